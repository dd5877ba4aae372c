import type { kmsRules } from '../findings/kms/all.ts';
import type { FindingNote } from './finding-notes.ts';

type Code = (typeof kmsRules)[number]['code'];

const guide = 'https://docs.aws.amazon.com/kms/latest/developerguide';
const api = 'https://docs.aws.amazon.com/kms/latest/APIReference';

/** What the findings of our own are about, why they matter, and what KMS does. */
export const kmsNotes: Readonly<Record<Code, FindingNote>> = {
  KMS_ACCOUNT_LEVEL_ACTION: {
    title: 'An action on no key',
    why: 'Some operations have no key as their resource: CreateKey, ListKeys, ListAliases, GenerateRandom and those of custom key stores. A key policy is only asked when a key is, so such an action does nothing there, neither in an Allow nor in a Deny.',
    aws: 'KMS saves the policy. Requests for the action are decided by IAM policies alone.',
    source: `${guide}/kms-api-permissions-reference.html`,
  },
  KMS_ACTION_NOT_FOR_KEY: {
    title: 'An action that this key cannot do',
    why: 'What a key can do is settled by its spec, usage and origin: a signing key never decrypts, and only a key with imported material takes material. Allowing it anyway misleads whoever reads the policy next.',
    aws: 'KMS saves the policy. The operation itself fails, whoever calls it, with InvalidKeyUsageException or UnsupportedOperationException.',
    source: `${guide}/symm-asymm-choose-key-spec.html`,
  },
  KMS_ADMIN_CAN_USE: {
    title: 'One principal administers the key and uses it',
    why: 'Whoever can change the policy and read the data can do both without anybody else noticing. Keeping the two apart means that a lost or stolen credential gives one of them only. It is no absolute bound: an administrator can still give themselves the use of the key, but that leaves a trace.',
    aws: 'KMS saves the policy and allows both.',
    source: `${guide}/key-policy-default.html`,
  },
  KMS_ALIAS_ARN_AS_NAME: {
    title: 'The ARN of an alias where its name belongs',
    why: 'kms:RequestAlias and kms:ResourceAliases hold names, such as alias/orders, whatever form the request used. A condition with the ARN of an alias is never met.',
    aws: 'KMS saves the policy. The condition matches no request.',
    source: `${guide}/conditions-kms.html#conditions-kms-request-alias`,
  },
  KMS_CONTEXT_ON_ASYMMETRIC: {
    title: 'An encryption context where there is none',
    why: 'Only operations with a symmetric encryption key have an encryption context. Elsewhere the condition key is missing from the request, so that an Allow that asks for it never matches.',
    aws: 'KMS saves the policy. The action stays denied, as nothing allows it.',
    source: `${guide}/conditions-kms.html#conditions-kms-encryption-context`,
  },
  KMS_CREATE_GRANT_UNBOUNDED: {
    title: 'Grants of any kind, for anybody',
    why: 'A grant gives its grantee the use of the key without any policy saying so. Whoever may create grants without bounds can give every operation that grants know to principals of their choice, in other accounts too.',
    aws: 'KMS saves the policy. With kms:GrantIsForAWSResource only AWS services can create grants for the caller; kms:GrantOperations and kms:GranteePrincipal bound what and for whom.',
    source: `${guide}/create-grant-overview.html`,
  },
  KMS_DELETION_UNGUARDED: {
    title: 'Deletion without a guard',
    why: 'A key that is deleted takes everything encrypted under it along. The waiting period, seven days at the least, is the only time to notice. A condition can ask for the full thirty days, for MFA, or for a time in which nobody used the key.',
    aws: 'KMS saves the policy, and schedules the deletion with whatever waiting period the caller asks for, 7 to 30 days.',
    source: `${guide}/deleting-keys.html`,
  },
  KMS_DEPRECATED_CONDITION_KEY: {
    title: 'A condition key under its old name',
    why: 'The old names still work, but they are gone from most of the documentation, and a reader may take them for something else.',
    aws: 'KMS takes the old name as the new one.',
    source: `${guide}/conditions-kms.html`,
  },
  KMS_FORALLVALUES_CONTEXT: {
    title: 'ForAllValues with an encryption context or a tag',
    why: 'ForAllValues is also true when there is nothing to compare. A condition that is meant to ask for a context would be met by every request without one.',
    aws: 'KMS refuses the policy with OverlyPermissiveCondition.',
    source: `${guide}/conditions-kms.html`,
  },
  KMS_INVALID_PRINCIPAL: {
    title: 'A principal that KMS does not take',
    why: 'Groups, organizations, patterns inside an ARN, and the ids of users and roles that were deleted are no principals. KMS looks each of them up when the policy is saved.',
    aws: 'PutKeyPolicy fails with MalformedPolicyDocumentException: "Policy contains a statement with one or more invalid principals." A policy that was saved before the user or role was deleted shows its id, and cannot be saved again until that is removed.',
    source: `${guide}/policy-evaluation.html`,
  },
  KMS_LOCKOUT: {
    title: 'The policy could not be changed again',
    why: 'A key that nobody can manage stays as it is: no new policy, no deletion. Not even the root user has a way in that the policy does not give.',
    aws: 'PutKeyPolicy and CreateKey fail with MalformedPolicyDocumentException: "The new key policy will not allow you to update the key policy in the future." BypassPolicyLockoutSafetyCheck skips the question; afterwards only AWS Support can help.',
    source: `${api}/API_PutKeyPolicy.html`,
  },
  KMS_MISSING_ACTION: {
    title: 'A statement without Action',
    why: 'A statement without Action is about nothing, whatever else it says.',
    aws: 'The API saves the policy and the statement has no effect; the console reports an error.',
    source: `${api}/API_PutKeyPolicy.html`,
  },
  KMS_MISSING_RESOURCE: {
    title: 'A statement without Resource',
    why: 'A statement without Resource is about no key, not even the one that the policy is attached to. In a key policy, "*" means this key.',
    aws: 'The API saves the policy and the statement has no effect; the console reports an error.',
    source: `${api}/API_PutKeyPolicy.html`,
  },
  KMS_NETWORK_DENY_BREAKS_SERVICES: {
    title: 'A Deny by network that also meets AWS services',
    why: 'When S3 or EBS uses the key for somebody, the call comes from the network of AWS: neither from your addresses nor through your VPC endpoint. A Deny for everybody who comes from elsewhere stops that too.',
    aws: 'KMS saves the policy, and denies the calls of services. aws:ViaAWSService tells them apart.',
    source: `${guide}/conditions-aws.html`,
  },
  KMS_NO_ACCOUNT_STATEMENT: {
    title: 'Nothing delegates to IAM',
    why: 'Without a statement for the account, IAM policies cannot give anybody access to the key, and when the last administrator that the policy names is deleted nobody can be put in their place.',
    aws: 'KMS saves the policy if the caller is still able to change it. The default policies of the API and of the console have the statement.',
    source: `${guide}/key-policy-default.html`,
  },
  KMS_NOT_CROSS_ACCOUNT: {
    title: 'An operation that never works across accounts',
    why: 'Managing a key is for its own account: PutKeyPolicy, ScheduleKeyDeletion, TagResource and most others cannot be called from elsewhere, so the permission only looks like one.',
    aws: 'KMS saves the policy, and denies the call.',
    source: `${guide}/kms-api-permissions-reference.html`,
  },
  KMS_POLICY_TOO_LARGE: {
    title: 'A policy too large, or with characters that KMS does not take',
    why: 'A key policy has at most 32,768 bytes, white space included, and characters from the tab to U+00FF. Curly quotation marks from a text editor are the usual strangers.',
    aws: 'PutKeyPolicy fails: with LimitExceededException when the policy is too long, and with a validation error for the characters.',
    source: `${guide}/key-policy-overview.html`,
  },
  KMS_PUBLIC_PRINCIPAL: {
    title: 'Everybody, in every account',
    why: 'Principal "*" is every principal of every AWS account. Callers of other accounts need a permission of their own account as well, and that is theirs to give.',
    aws: 'KMS saves the policy. A condition on kms:CallerAccount, aws:PrincipalOrgID or aws:PrincipalArn bounds who is meant.',
    source: `${guide}/key-policy-overview.html`,
  },
  KMS_REENCRYPT_HALF: {
    title: 'Half of a re-encryption',
    why: 'ReEncrypt asks for kms:ReEncryptFrom on the key that the data is under and for kms:ReEncryptTo on the key that it shall be under. With one of the two, data cannot be encrypted anew under the same key.',
    aws: 'KMS denies ReEncrypt where either permission is missing.',
    source: `${api}/API_ReEncrypt.html`,
  },
  KMS_RESOURCE_ALIASES_IN_KEY_POLICY: {
    title: 'kms:ResourceAliases in a key policy',
    why: 'The condition key is for IAM policies, which speak of many keys. In a key policy, kms:RequestAlias asks for the alias that the request named.',
    aws: 'In a key policy the condition is not supported.',
    source: `${guide}/conditions-kms.html#conditions-kms-resource-aliases`,
  },
  KMS_RESOURCE_NOT_THIS_KEY: {
    title: 'A Resource that is not this key',
    why: 'A key policy is about the key that it is attached to. A statement whose Resource is another key, an alias or something else never matches: permission is checked on the key’s own ARN.',
    aws: 'KMS saves the policy, and the statement does nothing. "*" means this key.',
    source: `${guide}/key-policy-overview.html`,
  },
  KMS_RETIRE_GRANT_INERT: {
    title: 'kms:RetireGrant where it does nothing',
    why: 'Who may retire a grant is written in the grant: its retiring principal, and its grantee where the grant allows it. IAM policies of the key’s account can allow it too; key policies and resource control policies cannot.',
    aws: 'KMS saves the policy and does not look at the action there.',
    source: `${guide}/grant-delete.html`,
  },
  KMS_SERVICE_LINKED_ROLE_NEEDS_GRANT: {
    title: 'A service-linked role without grants',
    why: 'Services with a role of their own, EC2 Auto Scaling for one, use keys through grants that the role creates. With the use of the key alone they fail when the first volume is attached.',
    aws: 'KMS saves the policy. The service is denied kms:CreateGrant, and what it was to start does not start.',
    source:
      'https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html',
  },
  KMS_SERVICE_WITHOUT_SOURCE: {
    title: 'A service, whomever it works for',
    why: 'A service works for all of its customers. Without a bound to your account or resource, somebody else can have it use your key for theirs: the confused deputy.',
    aws: 'KMS saves the policy. aws:SourceAccount, aws:SourceArn or aws:SourceOrgID say for whom the service may come.',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  },
  KMS_UNKNOWN_REGION_ACCOUNT: {
    title: 'Another account, in a Region that it may not have',
    why: 'Regions that came after March 2019 have to be enabled by each account. Principals of an account that has not done so have no effect in a key policy there.',
    aws: 'KMS saves the policy. It lets the other account in once that has enabled the Region.',
    source: `${guide}/key-policy-overview.html`,
  },
  KMS_VIA_SERVICE_VALUE: {
    title: 'A kms:ViaService that no service has',
    why: 'The value is service.region.amazonaws.com, in small letters, in the Region of the key, with that ending in every partition. Some services go by another name there: ec2 for EBS, elasticfilesystem for EFS.',
    aws: 'KMS saves the policy. The condition matches no request.',
    source: `${guide}/conditions-kms.html#conditions-kms-via-service`,
  },
};
