import type { OperationName, Source, SourceId } from './types.ts';

const guide = 'https://docs.aws.amazon.com/kms/latest/developerguide';
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
} as const satisfies Record<SourceId, Source>;

/** The API Reference page of an operation. */
export function apiReferenceUrl(operation: OperationName): string {
  return `${apiReference}/API_${operation}.html`;
}
