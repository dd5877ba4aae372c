import { labelOf } from '../context.ts';
import type { Rule } from '../types.ts';

/** Source: KMS Developer Guide, kms:ResourceAliases: "use it only in IAM policies". */
export const kmsResourceAliasesInKeyPolicy = {
  code: 'KMS_RESOURCE_ALIASES_IN_KEY_POLICY',
  kinds: ['key'],
  severity: 'error',
  *find({ statements }) {
    for (const { clauses, statement } of statements) {
      for (const { key, clause } of clauses) {
        if (key !== 'kms:resourcealiases') continue;
        yield { range: clause.key.range, data: { statement: labelOf(statement) } };
      }
    }
  },
} as const satisfies Rule;
