import type { kmsRules } from '../findings/kms/all.ts';

type Code = (typeof kmsRules)[number]['code'];
type Data = Readonly<Record<string, string>>;

const obstacles: Readonly<Record<string, (found: string) => string>> = {
  usage: (found) => `this key's usage is ${found}`,
  spec: (found) => `this key's spec is ${found}`,
  origin: (found) => `this key's origin is ${found}; only EXTERNAL keys take imported material`,
  singleRegion: () => 'this is a single-Region key',
};

const resourceReasons: Readonly<Record<string, string>> = {
  alias: 'permission is checked on the key, never on an alias',
  notAKey: 'that is no KMS key',
  notAnArn: 'a Resource is an ARN or *',
  otherKey: 'a key policy is about the key it is attached to, and that is another key',
};

const principalReasons: Readonly<Record<string, string>> = {
  deleted: 'it is the id of a user or role that was deleted',
  group: 'a group cannot be a principal; name its users, or the account',
  malformed: 'it is neither an account nor the ARN of a user, role or session',
  organization: 'an organization cannot be a principal; use "*" with aws:PrincipalOrgID',
  service: 'a service stands under "Service", not under "AWS"',
  wildcard: 'a principal has no wildcards, but for "*" alone',
};

const viaServiceReasons: Readonly<Record<string, (region: string) => string>> = {
  form: () => 'it is to be service.region.amazonaws.com, in small letters',
  noRegion: () => 'the Region is missing: service.region.amazonaws.com',
  otherRegion: (region) => `the key is in ${region}, and services call KMS in their own Region`,
  pattern: () => 'no service known here fits it',
  service: () => 'no service known here has this name in kms:ViaService',
  suffix: () => 'it ends with amazonaws.com in every partition, China included',
};

/** The findings of our own. */
export const kmsSentences: Readonly<Record<Code, (data: Data) => string>> = {
  KMS_ACCOUNT_LEVEL_ACTION: ({ action, kind }) =>
    kind === 'key'
      ? `${action} is not asked on a key, so it does nothing in a key policy. Put it in an IAM policy with Resource "*".`
      : `${action} is not asked on a key, so it never matches the ARN of one. Put it in a statement with Resource "*".`,
  KMS_ACTION_NOT_FOR_KEY: ({ action, obstacle = '', found = '' }) =>
    `${action} does nothing here: ${obstacles[obstacle]?.(found)}.`,
  KMS_ALIAS_ARN_AS_NAME: ({ key, arn, name }) =>
    `${key} holds alias names, so that the ARN ${arn} never fits. Write ${name}.`,
  KMS_DEPRECATED_CONDITION_KEY: ({ from, to }) => `${from} is the old name of ${to}.`,
  KMS_FORALLVALUES_CONTEXT: ({ operator, key }) =>
    `KMS refuses ${operator} with ${key} (OverlyPermissiveCondition): requests without ${key} would meet it. Leave ForAllValues out.`,
  KMS_MISSING_ACTION: ({ statement }) =>
    `Statement ${statement} has no Action. KMS takes the policy, and the statement does nothing.`,
  KMS_MISSING_RESOURCE: ({ statement }) =>
    `Statement ${statement} has no Resource. KMS takes the policy, and the statement does nothing.`,
  KMS_NOT_CROSS_ACCOUNT: ({ action, account }) =>
    `${action} never works across accounts, so account ${account} cannot use it, whatever the policy says.`,
  KMS_RESOURCE_ALIASES_IN_KEY_POLICY: ({ statement }) =>
    `kms:ResourceAliases works in IAM policies only. In a key policy use kms:RequestAlias, or move statement ${statement}.`,
  KMS_RESOURCE_NOT_THIS_KEY: ({ resource, reason = '' }) =>
    reason === 'iamAlias'
      ? `The statement never matches through ${resource}: permission to use a key is checked on its ARN, never on an alias. Name the key, or ask for the alias with kms:RequestAlias.`
      : `The statement never matches through ${resource}: ${resourceReasons[reason]}. "*" means this key.`,
  KMS_RETIRE_GRANT_INERT: ({ kind }) =>
    `kms:RetireGrant does nothing in ${kind === 'rcp' ? 'a resource control policy' : 'a key policy'}: the grant itself says who may retire it.`,
  KMS_ADMIN_CAN_USE: ({ principal, action, statement }) =>
    `Statement ${statement} lets ${principal} change the key policy and use the key (${action}). Give the two to different principals.`,
  KMS_CONTEXT_ON_ASYMMETRIC: ({ action, key, found }) =>
    action === undefined
      ? `${key} is never there: a key of spec ${found} has no encryption context, so the statement allows nothing.`
      : `${action} has no encryption context, so the condition on ${key} keeps it from ever being allowed here.`,
  KMS_CREATE_GRANT_UNBOUNDED: ({ statement }) =>
    `Statement ${statement} allows grants of any kind, for anybody. Bound it with kms:GrantIsForAWSResource, kms:GrantOperations or kms:GranteePrincipal.`,
  KMS_DELETION_UNGUARDED: () =>
    'Nothing guards the deletion of the key. Ask for a long waiting period (kms:ScheduleKeyDeletionPendingWindowInDays) or for a time without use (kms:TrailingDaysWithoutKeyUsage).',
  KMS_INVALID_PRINCIPAL: ({ principal, reason = '' }) =>
    `KMS refuses ${principal} as an invalid principal: ${principalReasons[reason]}.`,
  KMS_LOCKOUT: ({ author }) =>
    author
      ? `After this ${author} could not change the key policy any more, so KMS refuses it.`
      : 'Nobody could change this key policy any more, so KMS refuses it.',
  KMS_NETWORK_DENY_BREAKS_SERVICES: ({ key, statement }) =>
    `AWS services call KMS from their own network, so the Deny on ${key} in statement ${statement} meets them too. Except calls with aws:ViaAWSService.`,
  KMS_NO_ACCOUNT_STATEMENT: ({ partial }) =>
    partial === 'true'
      ? 'The account may not change this policy, so that nobody can replace an administrator who is lost.'
      : 'No statement names the account: IAM policies can give nobody access, and an administrator who is lost cannot be replaced.',
  KMS_POLICY_TOO_LARGE: ({ bytes, limit, characters }) =>
    characters === undefined
      ? `The policy has ${bytes} bytes; KMS takes ${limit}.`
      : `KMS does not take these characters in a key policy: ${characters}`,
  KMS_PUBLIC_PRINCIPAL: ({ statement }) =>
    `Statement ${statement} allows every principal of every AWS account. Bound it with kms:CallerAccount, aws:PrincipalOrgID or aws:PrincipalArn.`,
  KMS_REENCRYPT_HALF: ({ present, missing }) =>
    `${present} is allowed and ${missing} is not, so that ReEncrypt under this key is refused.`,
  KMS_SERVICE_LINKED_ROLE_NEEDS_GRANT: ({ role }) =>
    `${role} may use the key but not create grants, and its service works by grants. Allow it kms:CreateGrant with kms:GrantIsForAWSResource.`,
  KMS_SERVICE_WITHOUT_SOURCE: ({ service, statement }) =>
    `Statement ${statement} allows ${service} whomever it works for (the confused deputy). Add aws:SourceAccount or aws:SourceArn.`,
  KMS_UNKNOWN_REGION_ACCOUNT: ({ account, region }) =>
    `${region} must be enabled by account ${account}; until then its principals have no effect here.`,
  KMS_VIA_SERVICE_VALUE: ({ value, reason = '', region = '' }) =>
    `kms:ViaService is never ${value}: ${viaServiceReasons[reason]?.(region)}.`,
};
