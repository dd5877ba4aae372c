import { actions } from '../../catalog/actions.ts';
import type { Statement } from '../../policy/types.ts';
import { actionsOfPattern } from '../context.ts';
import { fixByRemovingAction } from '../fix.ts';
import type { Rule } from '../types.ts';

/** Actions on no key, such as ListKeys: only IAM policies can allow or deny them, with Resource "*". */
export const kmsAccountLevelAction = {
  code: 'KMS_ACCOUNT_LEVEL_ACTION',
  kinds: ['key', 'identity', 'boundary', 'session'],
  severity: 'warning',
  *find({ text, statements, kind }) {
    for (const { statement } of statements) {
      if (kind !== 'key' && !isAboutKeysOnly(statement)) continue;
      if (statement.action?.negated) continue;
      for (const action of statement.action?.values ?? []) {
        const covered = actionsOfPattern(action.value);
        if (covered.length === 0 || covered.some((name) => actions[name].resource !== 'account')) continue;
        yield {
          range: action.range,
          data: { action: action.value, kind },
          fixes: fixByRemovingAction(text, statement, action),
        };
      }
    }
  },
} as const satisfies Rule;

/** In IAM policies such actions need Resource "*": the ARN of a key or an alias never fits. */
function isAboutKeysOnly({ resource }: Statement): boolean {
  return (
    resource !== undefined &&
    !resource.negated &&
    resource.values.every(({ value }) => /^arn:[^:]*:kms:[^:]*:[^:]*:(?:key|alias)\//.test(value))
  );
}
