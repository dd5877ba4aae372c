import { headOf, labelOf } from '../context.ts';
import { fixByRemovingStatement } from '../fix.ts';
import type { Rule } from '../types.ts';

/** KMS takes such a policy, and the statement does nothing. Source: KMS API, PutKeyPolicy. */
export const kmsMissingAction = {
  code: 'KMS_MISSING_ACTION',
  kinds: ['key'],
  severity: 'error',
  *find({ text, statements }) {
    for (const { statement } of statements) {
      if (statement.action !== undefined) continue;
      yield {
        range: headOf(statement),
        data: { statement: labelOf(statement), effect: statement.effect.value },
        fixes: fixByRemovingStatement(text, statement),
      };
    }
  },
} as const satisfies Rule;
