/** A policy as the JSON value that GetKeyPolicy's text parses to. */
export interface PolicyJson {
  readonly Version: '2012-10-17';
  readonly Id: string;
  readonly Statement: readonly Readonly<Record<string, unknown>>[];
}

/** The statement that lets the account's IAM policies work. Its Sid is as recorded, not as in the guide. */
function accountStatement(account: string, partition = 'aws'): Readonly<Record<string, unknown>> {
  return {
    Sid: 'Enable IAM User Permissions',
    Effect: 'Allow',
    Principal: { AWS: `arn:${partition}:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
}

/** The key policy of CreateKey and ReplicateKey when none is sent. */
export function apiDefaultKeyPolicy(account: string, partition = 'aws'): PolicyJson {
  return { Version: '2012-10-17', Id: 'key-default-1', Statement: [accountStatement(account, partition)] };
}

/** What the console lets key users do, by kind of key. */
const consoleUserActions = {
  symmetricEncryption: [
    'kms:Encrypt',
    'kms:Decrypt',
    'kms:ReEncrypt*',
    'kms:GenerateDataKey*',
    'kms:DescribeKey',
  ],
  hmac: ['kms:GenerateMac', 'kms:VerifyMac', 'kms:DescribeKey'],
  asymmetricEncryption: [
    'kms:Encrypt',
    'kms:Decrypt',
    'kms:ReEncrypt*',
    'kms:DescribeKey',
    'kms:GetPublicKey',
  ],
  signing: ['kms:Sign', 'kms:Verify', 'kms:DescribeKey', 'kms:GetPublicKey'],
  keyAgreement: ['kms:DeriveSharedSecret', 'kms:DescribeKey', 'kms:GetPublicKey'],
} as const;

const administratorActions = [
  'kms:Create*',
  'kms:Describe*',
  'kms:Enable*',
  'kms:List*',
  'kms:Put*',
  'kms:Update*',
  'kms:Revoke*',
  'kms:Disable*',
  'kms:Get*',
  'kms:Delete*',
  'kms:TagResource',
  'kms:UntagResource',
] as const;

export interface ConsoleKeyPolicyOptions {
  readonly account: string;
  readonly partition?: string;
  /** ARNs. */
  readonly administrators?: readonly string[];
  readonly users?: readonly string[];
  readonly kind?: keyof typeof consoleUserActions;
  readonly administratorsMayDelete?: boolean;
}

/** The key policy that the console writes: administrators, users, and grants for AWS services. */
export function consoleKeyPolicy(options: ConsoleKeyPolicyOptions): PolicyJson {
  const { account, administrators = [], users = [], kind = 'symmetricEncryption' } = options;
  const deletion = ['kms:ScheduleKeyDeletion', 'kms:CancelKeyDeletion'];
  const statements: Readonly<Record<string, unknown>>[] = [accountStatement(account, options.partition)];
  if (administrators.length > 0) {
    statements.push({
      Sid: 'Allow access for Key Administrators',
      Effect: 'Allow',
      Principal: { AWS: administrators },
      Action: [
        ...administratorActions,
        ...(options.administratorsMayDelete === false ? [] : deletion),
        'kms:RotateKeyOnDemand',
      ],
      Resource: '*',
    });
  }
  if (users.length > 0) {
    statements.push(
      {
        Sid: 'Allow use of the key',
        Effect: 'Allow',
        Principal: { AWS: users },
        Action: consoleUserActions[kind],
        Resource: '*',
      },
      {
        Sid: 'Allow attachment of persistent resources',
        Effect: 'Allow',
        Principal: { AWS: users },
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Resource: '*',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    );
  }
  return { Version: '2012-10-17', Id: 'key-consolepolicy-3', Statement: statements };
}
