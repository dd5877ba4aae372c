import type { Lab } from '@/lib/model/lab.ts';
import { account, identityPolicy, keyArn, policyText, role } from '../../../example.ts';

const readsThroughS3 = (name: string) =>
  ({ principal: role(name), action: 'kms:Decrypt', resource: keyArn, viaService: 's3' }) as const;
const writesThroughS3 = (name: string) =>
  ({ principal: role(name), action: 'kms:GenerateDataKey', resource: keyArn, viaService: 's3' }) as const;
const appDirectly = { principal: role('app'), action: 'kms:Decrypt', resource: keyArn } as const;
const changePolicy = { principal: role('KeyAdmin'), action: 'kms:PutKeyPolicy', resource: keyArn } as const;

const administrators = `{
      "Sid": "LetIamPoliciesDecide",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::${account}:root" },
      "Action": "kms:*",
      "Resource": "*"
    }`;

const metadata = `{
      "Sid": "ReadMetadata",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::${account}:root" },
      "Action": ["kms:Describe*", "kms:Get*", "kms:List*"],
      "Resource": "*"
    }`;

interface Use {
  readonly principal: string;
  readonly condition?: string;
}

const inAccountThroughS3 = `{
        "StringEquals": {
          "kms:CallerAccount": "${account}",
          "kms:ViaService": "s3.us-west-2.amazonaws.com"
        }
      }`;
const throughS3 = `{
        "StringEquals": { "kms:ViaService": "s3.us-west-2.amazonaws.com" }
      }`;

function allowUse({ principal, condition }: Use): string {
  return `{
      "Sid": "UseThroughS3",
      "Effect": "Allow",
      "Principal": { "AWS": "${principal}" },
      "Action": ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      "Resource": "*"${condition === undefined ? '' : `,\n      "Condition": ${condition}`}
    }`;
}

/** The reader takes over the policy of an AWS managed key and gives it what only an own key can have. */
export const lab: Lab = {
  id: 'three-kinds-of-keys',
  task: 'This is a customer managed key that starts with a copy of the policy of aws/s3. Make it a key for role/app alone, used only through S3, and one that its administrator can look after.',
  environment: {
    key: { arn: keyArn },
    callers: [
      {
        arn: role('app'),
        identityPolicies: [identityPolicy('AppStorage', ['s3:GetObject', 's3:PutObject'])],
      },
      {
        arn: role('reporting'),
        identityPolicies: [identityPolicy('ReportingStorage', ['s3:GetObject', 's3:PutObject'])],
      },
      { arn: role('KeyAdmin'), identityPolicies: [identityPolicy('KeyAdministration', ['kms:*'])] },
    ],
  },
  cast: [
    { name: 'role/app', text: 'Your application. Its IAM policy allows S3, and says nothing of KMS.' },
    { name: 'role/reporting', text: 'Another program in the same account, with the same IAM policy.' },
    { name: 'role/KeyAdmin', text: 'Looks after keys. Its IAM policy allows kms:* on every key.' },
  ],
  starter: policyText(allowUse({ principal: '*', condition: inAccountThroughS3 }), metadata),
  goals: [
    {
      id: 'app-reads',
      text: 'role/app reads an object through S3 (S3 calls Decrypt for it)',
      request: readsThroughS3('app'),
      want: 'Allowed',
    },
    {
      id: 'app-writes',
      text: 'role/app stores an object through S3 (S3 calls GenerateDataKey for it)',
      request: writesThroughS3('app'),
      want: 'Allowed',
    },
    {
      id: 'reporting-refused',
      text: 'role/reporting cannot read it, though it may use S3',
      request: readsThroughS3('reporting'),
      want: 'denied',
    },
    {
      id: 'not-directly',
      text: 'role/app cannot call Decrypt itself, past S3',
      request: appDirectly,
      want: 'denied',
    },
    {
      id: 'still-yours',
      text: 'You can still change this policy (role/KeyAdmin calls PutKeyPolicy)',
      request: changePolicy,
      want: 'Allowed',
    },
  ],
  hints: [
    'Two things are wrong. The first statement says who may use the key: “*”, held in only by the conditions below it. The second lets the account read about the key, but change nothing.',
    `Put one role in place of the “*”: "arn:aws:iam::${account}:role/app". The condition on kms:ViaService may stay as it is: it is what keeps the key behind S3.`,
    'For the administrator, widen the second statement’s actions to "kms:*". Its principal is the account, so it is the IAM policies of the account that decide who gets them. role/KeyAdmin’s does.',
  ],
  mistakes: [
    {
      id: 'everyone-through-s3',
      signs: [
        { request: readsThroughS3('reporting'), verdict: 'Allowed' },
        { request: changePolicy, verdict: 'Allowed' },
      ],
      hint: 'role/reporting still gets in. The principal “*” means every caller, and the conditions only ask for the account and for S3; role/reporting has both. Name the one role you mean.',
      example: policyText(allowUse({ principal: '*', condition: inAccountThroughS3 }), administrators),
    },
    {
      id: 'locked-out',
      signs: [
        { request: readsThroughS3('app'), verdict: 'Allowed' },
        { request: readsThroughS3('reporting'), verdict: 'denied' },
        { request: changePolicy, verdict: 'denied' },
      ],
      hint: 'Nobody could change this policy again, and KMS would refuse to save it for that reason. role/KeyAdmin has an IAM policy for kms:*, but IAM policies count for a key only as far as the key policy hands the decision to the account.',
      example: policyText(allowUse({ principal: role('app'), condition: throughS3 }), metadata),
    },
    {
      id: 'past-s3',
      signs: [{ request: appDirectly, verdict: 'Allowed' }],
      hint: 'role/app can now call Decrypt itself, on any ciphertext of this key that it comes by. Keep the condition on kms:ViaService: it holds only when the call comes through S3.',
      example: policyText(allowUse({ principal: role('app') }), administrators),
    },
    {
      id: 'nobody-uses',
      signs: [
        { request: readsThroughS3('app'), verdict: 'denied' },
        { request: changePolicy, verdict: 'Allowed' },
      ],
      hint: 'role/app is shut out. Its IAM policy says nothing of KMS, so the key policy itself must name it. If it does, look at the spelling of the role’s ARN and of s3.us-west-2.amazonaws.com.',
      example: policyText(administrators),
    },
  ],
  solution: policyText(allowUse({ principal: role('app'), condition: throughS3 }), administrators),
};
