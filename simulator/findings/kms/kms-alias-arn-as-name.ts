import { fixByReplacing } from '../fix.ts';
import { allKinds } from '../kinds.ts';
import type { Rule } from '../types.ts';

const aliasKeys: ReadonlySet<string> = new Set(['kms:requestalias', 'kms:resourcealiases']);

/** Aliases in conditions go by their name, `alias/x`; an ARN never fits. */
export const kmsAliasArnAsName = {
  code: 'KMS_ALIAS_ARN_AS_NAME',
  kinds: allKinds,
  severity: 'error',
  *find({ statements }) {
    for (const { clauses } of statements) {
      for (const { key, clause } of clauses) {
        if (!aliasKeys.has(key)) continue;
        for (const value of clause.values) {
          const name = value.value.startsWith('arn:') ? /:(alias\/.*)$/.exec(value.value)?.[1] : undefined;
          if (name === undefined) continue;
          yield {
            range: value.range,
            data: { arn: value.value, name, key: clause.key.value },
            fixes: fixByReplacing(value, name),
          };
        }
      }
    }
  },
} as const satisfies Rule;
