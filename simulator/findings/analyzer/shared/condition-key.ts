import {
  conditionKeyNames,
  conditionKeys,
  type KmsConditionKeyName,
} from '../../../catalog/condition-keys.ts';
import { furtherConditionKeys } from '../../../catalog/further-condition-keys.ts';
import { globalConditionKeys } from '../../../catalog/global-condition-keys.ts';
import type { ConditionValueType, GlobalConditionKey, KmsConditionKey } from '../../../catalog/types.ts';

/** What is known of a condition key that exists. */
export interface KnownKey {
  /** As AWS spells it; without what follows, where a tag or context key follows. */
  readonly name: string;
  readonly type: ConditionValueType | null;
  readonly multivalued: boolean;
  readonly suffixed: boolean;
  /** Every request has it. */
  readonly always: boolean;
  readonly kms: KmsConditionKeyName | null;
}

const known: readonly KnownKey[] = [
  ...conditionKeyNames.map((name): KnownKey => {
    const row: KmsConditionKey = conditionKeys[name];
    const { type, multivalued, suffixed = false } = row;
    return { name, type, multivalued, suffixed, always: false, kms: name };
  }),
  ...Object.entries(globalConditionKeys).map(([name, row]: [string, GlobalConditionKey]): KnownKey => {
    const { type, multivalued, suffixed = false, present } = row;
    return { name, type, multivalued, suffixed, always: present === 'always', kms: null };
  }),
  ...Object.entries(furtherConditionKeys).map(([name, { type, multivalued }]): KnownKey => {
    return { name, type, multivalued, suffixed: false, always: false, kms: null };
  }),
];

const exact = new Map(known.filter(({ suffixed }) => !suffixed).map((key) => [key.name.toLowerCase(), key]));
const suffixed = known.filter((key) => key.suffixed);

/** The key that a condition names, in any case; null when it is none of KMS's and no global one. */
export function knownKey(written: string): KnownKey | null {
  const lower = written.toLowerCase();
  return (
    exact.get(lower) ??
    suffixed.find(({ name }) => lower.length > name.length && lower.startsWith(name.toLowerCase())) ??
    null
  );
}

const namesWith = {
  'aws:': namesBeginning('aws:'),
  'kms:': namesBeginning('kms:'),
} as const;

/** The names that begin with a prefix, for suggestions; those that something follows are left out. */
export function keyNames(prefix: keyof typeof namesWith): readonly string[] {
  return namesWith[prefix];
}

function namesBeginning(prefix: string): readonly string[] {
  return known.filter(({ name, suffixed }) => !suffixed && name.startsWith(prefix)).map(({ name }) => name);
}
