import { actions } from '../../catalog/actions.ts';
import { accountOf, actionsOfPattern } from '../context.ts';
import { fixByRemovingAction } from '../fix.ts';
import type { Rule } from '../types.ts';

/** An operation that no policy can open to another account, granted to principals of other accounts only. */
export const kmsNotCrossAccount = {
  code: 'KMS_NOT_CROSS_ACCOUNT',
  kinds: ['key'],
  severity: 'warning',
  *find({ text, statements, account }) {
    if (account === null) return;
    for (const { allow, statement, principals } of statements) {
      const others = principals.map(({ type, value }) => (type === 'AWS' ? accountOf(value) : null));
      const [other] = others;
      if (!allow || !other || others.some((one) => one === null || one === account)) continue;
      if (statement.action?.negated) continue;
      for (const action of statement.action?.values ?? []) {
        const covered = actionsOfPattern(action.value).filter((name) => actions[name].resource !== 'account');
        if (covered.length === 0 || covered.some((name) => actions[name].crossAccount)) continue;
        yield {
          range: action.range,
          data: { action: action.value, account: other },
          fixes: fixByRemovingAction(text, statement, action),
        };
      }
    }
  },
} as const satisfies Rule;
