import { conditionKeys } from '../../catalog/condition-keys.ts';
import type { KmsConditionKey } from '../../catalog/types.ts';
import { replacement } from '../fix.ts';
import { allKinds } from '../kinds.ts';
import type { Rule } from '../types.ts';

const successors = new Map<string, string>();
for (const [name, row] of Object.entries<KmsConditionKey>(conditionKeys)) {
  if (row.deprecatedFor !== undefined) successors.set(name.toLowerCase(), row.deprecatedFor);
}

/** Condition keys that still work under a name of old. */
export const kmsDeprecatedConditionKey = {
  code: 'KMS_DEPRECATED_CONDITION_KEY',
  kinds: allKinds,
  severity: 'warning',
  *find({ statements }) {
    for (const { clauses } of statements) {
      for (const { key, clause } of clauses) {
        const successor = successors.get(key);
        if (successor === undefined) continue;
        const data = { from: clause.key.value, to: successor };
        const taken = clauses.some(
          (other) =>
            other.key === successor.toLowerCase() && other.clause.operator.value === clause.operator.value,
        );
        const edits = [replacement(clause.key.range, successor)];
        yield { range: clause.key.range, data, fixes: taken ? [] : [{ code: 'rename', data, edits }] };
      }
    }
  },
} as const satisfies Rule;
