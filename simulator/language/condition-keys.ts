/* Condition keys as an editor speaks of them: what each is, when it is there, and which go together. */
import type { ActionName } from '../catalog/actions.ts';
import { conditionKeyDescriptions } from '../catalog/condition-key-descriptions.ts';
import {
  conditionKeyNames,
  conditionKeys,
  type KmsConditionKeyName,
  operationsOfConditionKey,
} from '../catalog/condition-keys.ts';
import type { conditionOperators } from '../catalog/condition-operators.ts';
import { globalConditionKeys } from '../catalog/global-condition-keys.ts';
import type { ConditionValueType, GlobalConditionKey, KmsConditionKey } from '../catalog/types.ts';
import { presenceSentences } from '../explain/language.ts';
import type { PolicyKind } from '../policy/types.ts';

export type OperatorType = (typeof conditionOperators)[keyof typeof conditionOperators]['type'];

export interface LanguageKey {
  /** As AWS spells it; suffixed ones end where a tag or context key begins. */
  readonly name: string;
  readonly type: ConditionValueType;
  readonly multivalued: boolean;
  readonly suffixed: boolean;
  /** What it holds, and when a request has it. */
  readonly sentence: string;
  readonly kms: KmsConditionKeyName | null;
  readonly values: readonly string[];
  readonly deprecated: boolean;
  readonly iamOnly: boolean;
  /** Only requests that set tags have it. */
  readonly ofTagRequests: boolean;
}

function kmsKey(name: KmsConditionKeyName): LanguageKey {
  const row: KmsConditionKey = conditionKeys[name];
  return {
    name,
    type: row.type,
    multivalued: row.multivalued,
    suffixed: row.suffixed === true,
    sentence: conditionKeyDescriptions[name],
    kms: name,
    values: row.values ?? [],
    deprecated: row.deprecatedFor !== undefined,
    iamOnly: row.policies === 'iam',
    ofTagRequests: false,
  };
}

function globalKey([name, row]: [string, GlobalConditionKey]): LanguageKey {
  return {
    name,
    type: row.type,
    multivalued: row.multivalued,
    suffixed: row.suffixed === true,
    sentence: presenceSentences[row.present],
    kms: null,
    values: [],
    deprecated: false,
    iamOnly: false,
    ofTagRequests: row.present === 'requestTags',
  };
}

/** Every condition key that matters with KMS. */
export const languageKeys: readonly LanguageKey[] = [
  ...conditionKeyNames.map(kmsKey),
  ...Object.entries(globalConditionKeys).map(globalKey),
];

const exact = new Map(languageKeys.map((key) => [key.name.toLowerCase(), key]));

/** The key that a condition names, in any case, with or without what follows its name; null for others. */
export function languageKey(written: string): LanguageKey | null {
  const lower = written.toLowerCase();
  return (
    exact.get(lower) ??
    languageKeys.find(({ name, suffixed }) => suffixed && lower.startsWith(name.toLowerCase())) ??
    null
  );
}

/** Key types that an operator type is made for. */
const typesOf: Readonly<Record<OperatorType, readonly ConditionValueType[]>> = {
  String: ['String', 'ArrayOfString'],
  Arn: ['ARN'],
  Bool: ['Bool'],
  Date: ['Date'],
  IpAddress: ['IPAddress'],
  Numeric: ['Numeric'],
  Binary: [],
  Null: ['ARN', 'ArrayOfString', 'Bool', 'Date', 'IPAddress', 'Numeric', 'String'],
};

/** Whether a condition of this operator and key makes sense. */
export function fitsOperator(
  key: Pick<LanguageKey, 'type' | 'multivalued'>,
  type: OperatorType,
  set: string | null,
): boolean {
  if (!typesOf[type].includes(key.type)) return false;
  return type === 'Null' ? set === null : key.multivalued === (set !== null);
}

const tagActions: ReadonlySet<string> = new Set([
  'CreateKey',
  'ReplicateKey',
  'TagResource',
  'UntagResource',
]);

const operationOf = (action: ActionName) => (action.startsWith('ReEncrypt') ? 'ReEncrypt' : action);

/** How many of the actions can have the key in their requests. */
export function actionsWithKey(key: LanguageKey, actions: readonly ActionName[]): number {
  if (key.ofTagRequests) return actions.filter((action) => tagActions.has(action)).length;
  if (key.kms === null) return actions.length;
  const operations: readonly string[] = operationsOfConditionKey(key.kms);
  return actions.filter((action) => operations.includes(operationOf(action))).length;
}

/** Whether a key can be there at all in a policy of this kind. */
export function isForKind({ iamOnly }: LanguageKey, kind: PolicyKind): boolean {
  return !iamOnly || (kind !== 'key' && kind !== 'rcp' && kind !== 'endpoint');
}
