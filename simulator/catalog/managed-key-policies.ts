import type { PolicyJson } from './default-key-policies.ts';
import type { Sourced } from './types.ts';

export interface ManagedKeyPolicyRow extends Sourced {
  readonly policyId: string;
  /** As the key's description names it. */
  readonly protects: string;
  /** As it stands in the Sid. */
  readonly serviceName: string;
  /** Where the Sid is worded in another way. */
  readonly sid?: string;
  readonly viaService: string;
  readonly actions: readonly string[];
  /** The account may revoke the service's grants. */
  readonly revokeGrant?: true;
  /** Data keys are made through the service in whatever Region it is. */
  readonly dataKeysFromAnyRegion?: true;
  /** A service principal that may read the key's metadata. */
  readonly reader?: { readonly service: string; readonly sid: string };
}

const use = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'] as const;
const withGrants = [...use, 'kms:CreateGrant', 'kms:DescribeKey'] as const;
const withListedGrants = [...use, 'kms:CreateGrant', 'kms:ListGrants', 'kms:DescribeKey'] as const;

/** The key policies of AWS managed keys that have been read. Nobody can change them. */
export const managedKeyPolicies = {
  'aws/ebs': {
    policyId: 'auto-ebs-2',
    protects: 'EBS volumes',
    serviceName: 'EBS',
    viaService: 'ec2',
    actions: withGrants,
    revokeGrant: true,
    source: 'viewKeyPolicy',
  },
  'aws/s3': {
    policyId: 'auto-s3-2',
    protects: 'S3 objects',
    serviceName: 'S3',
    viaService: 's3',
    actions: [...use, 'kms:DescribeKey'],
    source: 'viewKeyPolicy',
  },
  'aws/rds': {
    policyId: 'auto-rds-2',
    protects: 'RDS database volumes',
    serviceName: 'RDS',
    viaService: 'rds',
    actions: withListedGrants,
    revokeGrant: true,
    source: 'exportedKeyPolicies',
  },
  'aws/secretsmanager': {
    policyId: 'auto-secretsmanager-2',
    protects: 'Secrets Manager data',
    serviceName: 'AWS Secrets Manager',
    viaService: 'secretsmanager',
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:CreateGrant', 'kms:DescribeKey'],
    dataKeysFromAnyRegion: true,
    revokeGrant: true,
    source: 'secretEncryption',
  },
  'aws/ssm': {
    policyId: 'auto-ssm-1',
    protects: 'SSM parameters',
    serviceName: 'SSM',
    viaService: 'ssm',
    actions: [...use, 'kms:DescribeKey'],
    source: 'exportedKeyPolicies',
  },
  'aws/dynamodb': {
    policyId: 'auto-dynamodb-1',
    protects: 'DynamoDB data',
    serviceName: 'Amazon DynamoDB',
    viaService: 'dynamodb',
    actions: withGrants,
    revokeGrant: true,
    reader: {
      service: 'dynamodb.amazonaws.com',
      sid: 'Allow DynamoDB Service with service principal name dynamodb.amazonaws.com to describe the key directly',
    },
    source: 'viewKeyPolicy',
    unverified: true,
  },
  'aws/sqs': {
    policyId: 'auto-sqs-1',
    protects: 'SQS messages',
    serviceName: 'SQS',
    sid: 'Allow access through Simple Queue Service (SQS) for all principals in the account that are authorized to use SQS',
    viaService: 'sqs',
    actions: withGrants,
    source: 'viewKeyPolicy',
    unverified: true,
  },
  'aws/sns': {
    policyId: 'auto-sns-1',
    protects: 'SNS data',
    serviceName: 'SNS',
    viaService: 'sns',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*', 'kms:CreateGrant', 'kms:ListGrants', 'kms:DescribeKey'],
    revokeGrant: true,
    source: 'viewKeyPolicy',
  },
  'aws/lambda': {
    policyId: 'auto-awslambda',
    protects: 'Lambda functions',
    serviceName: 'AWS Lambda',
    viaService: 'lambda',
    actions: withGrants,
    revokeGrant: true,
    source: 'viewKeyPolicy',
  },
  'aws/elasticfilesystem': {
    policyId: 'auto-elasticfilesystem-1',
    protects: 'EFS filesystems',
    serviceName: 'EFS',
    sid: 'Allow access to EFS for all principals in the account that are authorized to use EFS',
    viaService: 'elasticfilesystem',
    actions: withGrants,
    revokeGrant: true,
    source: 'viewKeyPolicy',
  },
  'aws/es': {
    policyId: 'auto-es-2',
    protects: 'Amazon OpenSearch Service (successor to Amazon Elasticsearch Service) data',
    serviceName: 'OpenSearch Service',
    viaService: 'es',
    actions: withGrants,
    revokeGrant: true,
    reader: {
      service: 'es.amazonaws.com',
      sid: 'Allow OpenSearch service principals to describe the key directly',
    },
    source: 'exportedKeyPolicies',
  },
  'aws/kafka': {
    policyId: 'auto-kafka-1',
    protects: 'Kafka data',
    serviceName: 'Kafka',
    viaService: 'kafka',
    actions: withListedGrants,
    revokeGrant: true,
    source: 'exportedKeyPolicies',
  },
} as const satisfies Record<`aws/${string}`, ManagedKeyPolicyRow>;

export type ManagedKeyAlias = keyof typeof managedKeyPolicies;

export interface KeyLocation {
  readonly account: string;
  readonly region: string;
  readonly partition?: string;
}

type StatementJson = Readonly<Record<string, unknown>>;
type Conditions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The key policy of an AWS managed key: everybody in the account, but only through the service. */
export function awsManagedKeyPolicy(alias: ManagedKeyAlias, location: KeyLocation): PolicyJson {
  const row: ManagedKeyPolicyRow = managedKeyPolicies[alias];
  const { account, region, partition = 'aws' } = location;
  const read = ['kms:Describe*', 'kms:Get*', 'kms:List*'];
  const through = (Action: string | readonly string[], Condition: Conditions): StatementJson => ({
    Sid:
      row.sid ??
      `Allow access through ${row.serviceName} for all principals in the account that are authorized to use ${row.serviceName}`,
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action,
    Resource: '*',
    Condition,
  });
  const caller = { 'kms:CallerAccount': account };
  const service = (place: string) => ({ 'kms:ViaService': `${row.viaService}.${place}.amazonaws.com` });
  const statements = [through(row.actions, { StringEquals: { ...caller, ...service(region) } })];
  if (row.dataKeysFromAnyRegion) {
    statements.push(through('kms:GenerateDataKey*', { StringEquals: caller, StringLike: service('*') }));
  }
  statements.push({
    Sid: 'Allow direct access to key metadata to the account',
    Effect: 'Allow',
    Principal: { AWS: `arn:${partition}:iam::${account}:root` },
    Action: row.revokeGrant ? [...read, 'kms:RevokeGrant'] : read,
    Resource: '*',
  });
  if (row.reader !== undefined) {
    const { sid, service: Service } = row.reader;
    statements.push({ Sid: sid, Effect: 'Allow', Principal: { Service }, Action: read, Resource: '*' });
  }
  return { Version: '2012-10-17', Id: row.policyId, Statement: statements };
}
