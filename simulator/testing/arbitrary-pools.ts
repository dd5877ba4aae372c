// The few principals, keys and actions that random environments are made of.

export const own = '111122223333';
export const other = '444455556666';
export const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
export const keyArn = `arn:aws:kms:us-west-2:${own}:key/${keyId}`;
export const secondKeyArn = `arn:aws:kms:us-west-2:${own}:key/0987dcba-09fe-87dc-65ba-ab0987654321`;
export const aliasName = 'alias/finance';
export const aliasArn = `arn:aws:kms:us-west-2:${own}:${aliasName}`;
export const objectArn = 'arn:aws:s3:::data-bucket/report.csv';
export const tokens = { g1: 'dG9rZW4tb25l', g2: 'dG9rZW4tdHdv' };

export const alice = `arn:aws:iam::${own}:user/alice`;
export const appRole = `arn:aws:iam::${own}:role/App`;
export const appSession = `arn:aws:sts::${own}:assumed-role/App/app-1`;
export const carol = `arn:aws:sts::${own}:federated-user/carol`;
const serviceLinkedRole = `arn:aws:iam::${own}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
export const eve = `arn:aws:iam::${other}:user/eve`;
export const externalRole = `arn:aws:iam::${other}:role/Ext`;
const externalSession = `arn:aws:sts::${other}:assumed-role/Ext/s`;
export const service = 'cloudtrail.amazonaws.com';
export const root = (account: string) => `arn:aws:iam::${account}:root`;

export const callers = [
  ...[alice, alice, appSession, appSession, carol, appRole, serviceLinkedRole, root(own)],
  ...[eve, externalSession, root(other), service],
];

export const actionPatterns = [
  ...['kms:*', 'kms:*', 'kms:*', '*', 'kms:Decrypt', 'kms:decrypt', 'KMS:De*', 'kms:*crypt', 'kms:D?crypt'],
  ...['kms:ReEncrypt*', 'kms:Create*', 'kms:CreateAlias', 'kms:UpdateAlias', 'kms:List*', 'kms:RetireGrant'],
  ...['kms:ReplicateKey', 'kms:GenerateDataKey*', 'kms:Describe*', 'kms:Encrypt', 's3:*', 's3:GetObject'],
];

export const actions = [
  ...['kms:Decrypt', 'kms:Decrypt', 'kms:Decrypt', 'kms:Encrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
  ...[
    'kms:CreateGrant',
    'kms:PutKeyPolicy',
    'kms:ScheduleKeyDeletion',
    'kms:GetKeyRotationStatus',
    'kms:ListKeys',
  ],
  ...[
    'kms:CreateKey',
    'kms:RetireGrant',
    'kms:RevokeGrant',
    'kms:ReEncrypt',
    'kms:ReplicateKey',
    'kms:CreateAlias',
  ],
  ...['kms:UpdateAlias', 'kms:ListGrants', 's3:GetObject', 'kms:GetKeyPolicy', 'kms:ReEncryptFrom'],
];

export const accountLevel = ['kms:ListKeys', 'kms:CreateKey'];

export const principalEntries = [
  ...[root(own), root(own), own, root(other), other, alice, appRole, appRole, appSession, carol, eve],
  ...[externalRole, externalSession, serviceLinkedRole, `arn:aws:iam::${own}:role/path/App`, '*', '*'],
  ...[`arn:aws:iam::${own}:user/bob`, 'AIDACKCEVSQ6C2EXAMPLE', 'AROADBQP57FF2AEXAMPLE'],
];

export const resourcePatterns = [
  ...['*', '*', '*', '*', keyArn, keyArn, secondKeyArn, aliasArn, `arn:aws:kms:*:${own}:key/*`],
  ...[
    `arn:aws:kms:us-west-2:$\{aws:PrincipalAccount, '*'}:key/*`,
    'arn:aws:s3:::data-bucket/*',
    `${keyArn.slice(0, -1)}?`,
    ...[
      'arn:aws:kms:*',
      'arn:*:key/*',
      'arn:aws:kms:us-*-2:*',
      `arn:aws:kms:*2:${own}:key/*`,
      'arn:aws:kms:*key/*',
    ],
  ],
];
