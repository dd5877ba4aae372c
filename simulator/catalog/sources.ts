import type { OperationName, Source, SourceId } from './types.ts';

const docs = 'https://docs.aws.amazon.com';
const guide = `${docs}/kms/latest/developerguide`;
const iamGuide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const apiReference = 'https://docs.aws.amazon.com/kms/latest/APIReference';

/** The pages that the tables were read from. */
export const sources = {
  serviceModel: {
    page: 'AWS KMS API Reference, as in the service model of @aws-sdk/client-kms 3.1164',
    url: `${apiReference}/Welcome.html`,
    checked: '2026-09',
  },
  serviceAuthorization: {
    page: 'Service Authorization Reference: AWS Key Management Service',
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html',
    checked: '2026-09-26',
  },
  permissions: {
    page: 'AWS KMS permissions',
    url: `${guide}/kms-api-permissions-reference.html`,
    checked: '2026-09',
  },
  conditionKeys: { page: 'AWS KMS condition keys', url: `${guide}/conditions-kms.html`, checked: '2026-09' },
  globalConditionKeys: {
    page: 'AWS global condition keys in AWS KMS',
    url: `${guide}/conditions-aws.html`,
    checked: '2026',
  },
  iamConditionKeys: {
    page: 'AWS global condition context keys',
    url: `${iamGuide}/reference_policies_condition-keys.html`,
    checked: '2026',
  },
  policyChecks: {
    page: 'IAM policy validation check reference',
    url: `${iamGuide}/access-analyzer-reference-policy-checks.html`,
    checked: '2026',
  },
  rcpServices: {
    page: 'Resource control policies: list of AWS services that support RCPs',
    url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
    checked: '2026',
  },
  regions: {
    page: 'Partitions and Regions, as in @aws-sdk/core 3.981',
    url: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
    checked: '2026-11',
  },
  accountRegions: {
    page: 'AWS Account Management Reference Guide: Enable or disable AWS Regions in your account',
    url: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html',
    checked: '2026-11',
  },
  defaultRegions: {
    page: 'An answer of DescribeRegions with the opt-in status of each Region, published in February 2020',
    url: 'https://gist.github.com/jamesls/08a79968d11271a1895d401dbd096e2c',
    checked: '2026-11',
  },
  iamOperators: {
    page: 'IAM JSON policy elements: Condition operators',
    url: `${iamGuide}/reference_policies_elements_condition_operators.html`,
    checked: '2026',
  },
  iamMultivalued: {
    page: 'Single-valued and multivalued context keys',
    url: `${iamGuide}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    checked: '2026',
  },
  keyConcepts: { page: 'AWS KMS keys', url: `${guide}/concepts.html`, checked: '2026' },
  keySpecs: { page: 'Key spec reference', url: `${guide}/symm-asymm-choose-key-spec.html`, checked: '2026' },
  keyStates: { page: 'Key states of AWS KMS keys', url: `${guide}/key-state.html`, checked: '2026' },
  keyPolicies: { page: 'Key policies in AWS KMS', url: `${guide}/key-policies.html`, checked: '2026' },
  defaultKeyPolicy: { page: 'Default key policy', url: `${guide}/key-policy-default.html`, checked: '2026' },
  viewKeyPolicy: { page: 'View a key policy', url: `${guide}/key-policy-viewing.html`, checked: '2023-06' },
  encryptionContext: { page: 'Encryption context', url: `${guide}/encrypt_context.html`, checked: '2026' },
  grants: { page: 'Grants in AWS KMS', url: `${guide}/grants.html`, checked: '2026' },
  createGrant: {
    page: 'API Reference: CreateGrant',
    url: `${apiReference}/API_CreateGrant.html`,
    checked: '2026-09',
  },
  rotation: { page: 'Rotate AWS KMS keys', url: `${guide}/rotate-keys.html`, checked: '2026' },
  onDemandRotation: {
    page: 'Perform on-demand key rotation',
    url: `${guide}/rotating-keys-on-demand.html`,
    checked: '2026',
  },
  importKeyMaterial: {
    page: 'Importing key material for AWS KMS keys',
    url: `${guide}/importing-keys.html`,
    checked: '2026',
  },
  multiRegion: {
    page: 'Multi-Region keys in AWS KMS',
    url: `${guide}/multi-region-keys-overview.html`,
    checked: '2026',
  },
  requestQuotas: { page: 'Request quotas', url: `${guide}/requests-per-second.html`, checked: '2026' },
  resourceQuotas: { page: 'Resource quotas', url: `${guide}/resource-limits.html`, checked: '2026' },
  throttling: { page: 'Throttling AWS KMS requests', url: `${guide}/throttling.html`, checked: '2026' },
  pricing: { page: 'AWS KMS pricing', url: 'https://aws.amazon.com/kms/pricing/', checked: '2026-06' },
  services: {
    page: 'How AWS services use AWS KMS, and the guides of the services',
    url: `${guide}/service-integration.html`,
    checked: '2026',
  },
  commonErrors: {
    page: 'API Reference: Common Error Types',
    url: `${apiReference}/CommonErrors.html`,
    checked: '2026',
  },
  recorded: {
    page: 'Answers of the real service, recorded in the snapshot tests of a public emulator',
    url: 'https://github.com/localstack/localstack/blob/main/tests/aws/services/kms/test_kms.snapshot.json',
    checked: '2026',
  },
  measured: {
    page: 'Answers of the real service, reported in public issue threads',
    url: 'https://github.com/floci-io/floci/issues/3968',
    checked: '2026',
  },
  exportedKeyPolicies: {
    page: 'Key policies of AWS managed keys, as public exports of accounts hold them (View a key policy)',
    url: `${guide}/key-policy-viewing.html`,
    checked: '2026-11',
  },
  recordedTrails: {
    page: 'CloudTrail events of the real service, in public repositories (Logging AWS KMS API calls)',
    url: `${guide}/logging-using-cloudtrail.html`,
    checked: '2026-05',
  },
  s3Kms: {
    page: 'Using server-side encryption with AWS KMS keys (SSE-KMS)',
    url: `${docs}/AmazonS3/latest/userguide/UsingKMSEncryption.html`,
    checked: '2026',
  },
  ebsKms: {
    page: 'How Amazon EBS encryption works',
    url: `${docs}/ebs/latest/userguide/how-ebs-encryption-works.html`,
    checked: '2023',
  },
  ebsRequirements: {
    page: 'Requirements for Amazon EBS encryption',
    url: `${docs}/ebs/latest/userguide/ebs-encryption-requirements.html`,
    checked: '2023',
  },
  rdsKms: {
    page: 'Amazon RDS: AWS KMS key management',
    url: `${docs}/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html`,
    checked: '2026',
  },
  dynamodbKms: {
    page: 'DynamoDB encryption at rest: How it works, usage notes',
    url: `${docs}/amazondynamodb/latest/developerguide/encryption.usagenotes.html`,
    checked: '2019',
  },
  secretEncryption: {
    page: 'Secret encryption and decryption in AWS Secrets Manager',
    url: `${docs}/secretsmanager/latest/userguide/security-encryption.html`,
    checked: '2026',
  },
  parameterStoreKms: {
    page: 'AWS KMS encryption for AWS Systems Manager Parameter Store SecureString parameters',
    url: `${docs}/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html`,
    checked: '2023',
  },
  sqsKeyManagement: {
    page: 'Amazon SQS key management',
    url: `${docs}/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html`,
    checked: '2023',
  },
  snsKeyManagement: {
    page: 'Amazon SNS key management',
    url: `${docs}/sns/latest/dg/sns-key-management.html`,
    checked: '2023',
  },
  lambdaEnvironment: {
    page: 'AWS Lambda environment variables: security and errors of Invoke',
    url: `${docs}/lambda/latest/dg/configuration-envvars-encryption.html`,
    checked: '2023',
  },
  logsKms: {
    page: 'Encrypt log data in CloudWatch Logs using AWS KMS',
    url: `${docs}/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html`,
    checked: '2026',
  },
  cloudTrailKms: {
    page: 'Encrypting CloudTrail log files with AWS KMS keys',
    url: `${docs}/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html`,
    checked: '2026',
  },
  efsKms: {
    page: 'Encrypting data at rest in Amazon EFS',
    url: `${docs}/efs/latest/ug/encryption-at-rest.html`,
    checked: '2023',
  },
  kinesisPermissions: {
    page: 'Permissions to use user-generated KMS keys with Kinesis Data Streams',
    url: `${docs}/streams/latest/dev/permissions-user-key-KMS.html`,
    checked: '2023',
  },
} as const satisfies Record<SourceId, Source>;

/** The API Reference page of an operation. */
export function apiReferenceUrl(operation: OperationName): string {
  return `${apiReference}/API_${operation}.html`;
}
