import { actions } from '../../catalog/actions.ts';
import { actionsOfPattern } from '../context.ts';
import { fixByRemovingAction } from '../fix.ts';
import type { Rule } from '../types.ts';

/** Actions on no key, such as ListKeys: only IAM policies can allow or deny them. */
export const kmsAccountLevelAction = {
  code: 'KMS_ACCOUNT_LEVEL_ACTION',
  kinds: ['key'],
  severity: 'warning',
  *find({ text, statements }) {
    for (const { statement } of statements) {
      if (statement.action?.negated) continue;
      for (const action of statement.action?.values ?? []) {
        const covered = actionsOfPattern(action.value);
        if (covered.length === 0 || covered.some((name) => actions[name].resource !== 'account')) continue;
        yield {
          range: action.range,
          data: { action: action.value },
          fixes: fixByRemovingAction(text, statement, action),
        };
      }
    }
  },
} as const satisfies Rule;
