import type { KeyClass, Sourced } from './types.ts';

/** The three classes, in the order in which they give control away. */
export const keyClasses = {
  customerManaged: { name: 'Customer managed key', source: 'keyConcepts' },
  awsManaged: { name: 'AWS managed key', source: 'keyConcepts' },
  awsOwned: { name: 'AWS owned key', source: 'keyConcepts' },
} as const satisfies Record<KeyClass, Sourced & { readonly name: string }>;

/** A cell: a plain yes or no for marks and filters, and the sentence that says it exactly. */
export interface ClassCell {
  readonly answer: boolean | null;
  readonly text: string;
}

export interface KeyClassCharacteristic extends Sourced, Readonly<Record<KeyClass, ClassCell>> {
  readonly label: string;
}

const yes = (text = 'Yes'): ClassCell => ({ answer: true, text });
const no = (text = 'No'): ClassCell => ({ answer: false, text });
const says = (text: string): ClassCell => ({ answer: null, text });

function row(
  label: string,
  customerManaged: ClassCell,
  awsManaged: ClassCell,
  awsOwned: ClassCell,
  source: Sourced['source'] = 'keyConcepts',
): KeyClassCharacteristic {
  return { label, customerManaged, awsManaged, awsOwned, source };
}

/** How the classes differ. The ids are stable: lessons and quizzes refer to them. */
export const keyClassCharacteristics = {
  createdBy: row(
    'Created by',
    says('You'),
    says('An AWS service, in your account, when you first use its encryption'),
    says('An AWS service, in an account of its own'),
  ),
  inYourAccount: row('Is in your account', yes(), yes(), no()),
  viewMetadata: row('You can view its metadata', yes(), yes(), no()),
  viewKeyPolicy: row('You can view its key policy', yes(), yes(), no()),
  changeKeyPolicy: row('You can change its key policy', yes(), no(), no()),
  enableDisable: row('You can enable and disable it', yes(), no(), no()),
  delete: row('You can delete it', yes('Yes, after a waiting period of 7 to 30 days'), no(), no()),
  tagsAndDescription: row('You can set tags, description and more aliases', yes(), no(), no()),
  alias: row(
    'Alias',
    says('alias/<name>, up to 50'),
    says('alias/aws/<service>'),
    says('None that you can see'),
  ),
  keyManager: row('KeyManager in DescribeKey', says('CUSTOMER'), says('AWS'), says('Not visible')),
  keySpec: row('Key spec', says('Any'), says('SYMMETRIC_DEFAULT'), says('Not visible')),
  origin: row(
    'Origin of its key material',
    says('AWS_KMS, EXTERNAL, AWS_CLOUDHSM or EXTERNAL_KEY_STORE'),
    says('AWS_KMS'),
    says('Not visible'),
  ),
  multiRegion: row('Can be a multi-Region key', yes(), no(), says('Not visible')),
  automaticRotation: row(
    'Automatic rotation',
    says('Optional, every 90 to 2560 days; 365 unless you choose'),
    says('Always, about every 365 days'),
    says('As the service decides'),
    'rotation',
  ),
  onDemandRotation: row('Rotation on demand', yes('Yes, up to 25 times for a key'), no(), no(), 'rotation'),
  onlyForYourAccount: row('Is used for your account alone', yes('Yes, unless you share it'), yes(), no()),
  directUse: row(
    'Your principals can use it in cryptographic operations themselves',
    yes(),
    no('No, only through its service'),
    no(),
  ),
  crossAccount: row(
    'Other accounts can use it',
    yes('Yes, with the key policy and IAM, or a grant'),
    no(),
    no(),
  ),
  cloudTrail: row('Its use is in your CloudTrail', yes(), yes(), no()),
  monthlyFee: row(
    'Monthly fee',
    yes('$1, and $1 more for each of the first two rotations'),
    no('None'),
    no('None'),
    'pricing',
  ),
  requestFee: row(
    'Fee for requests',
    yes('Yes, beyond the free tier'),
    yes('Yes, beyond the free tier; some services pay it'),
    no('None'),
    'pricing',
  ),
  keyQuota: row('Counts against the quota of keys', yes(), no(), no(), 'resourceQuotas'),
  grantQuota: row('Counts against the quota of grants', yes(), no(), no(), 'resourceQuotas'),
  requestQuotas: row('Counts against request quotas', yes(), yes(), no(), 'requestQuotas'),
  resourceControlPolicies: row('Resource control policies apply', yes(), no(), no()),
  denyOnCaller: row('A Deny in the IAM policies or SCPs of the caller works', yes(), yes(), no()),
  chooseWhen: row(
    'Choose it for',
    says('Control, audit, sharing with other accounts, separation of duties, deletion'),
    says('No management and no monthly fee, and a record of its use'),
    says('The least effort, with no need of a record'),
  ),
} satisfies Record<string, KeyClassCharacteristic>;
