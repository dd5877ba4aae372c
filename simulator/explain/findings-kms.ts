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

/** The findings of our own. */
export const kmsSentences: Readonly<Record<Code, (data: Data) => string>> = {
  KMS_ACCOUNT_LEVEL_ACTION: ({ action }) =>
    `${action} is not asked on a key, so it does nothing in a key policy. Put it in an IAM policy with Resource "*".`,
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
    `The statement never matches through ${resource}: ${resourceReasons[reason]}. "*" means this key.`,
  KMS_RETIRE_GRANT_INERT: ({ kind }) =>
    `kms:RetireGrant does nothing in ${kind === 'rcp' ? 'a resource control policy' : 'a key policy'}: the grant itself says who may retire it.`,
};
