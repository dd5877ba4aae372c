import { actionsOfPattern } from '../context.ts';
import { fixByRemovingAction } from '../fix.ts';
import type { Rule } from '../types.ts';

/** Who may retire a grant is written in the grant. Source: KMS Developer Guide, "Retiring and revoking grants". */
export const kmsRetireGrantInert = {
  code: 'KMS_RETIRE_GRANT_INERT',
  kinds: ['key', 'rcp'],
  severity: 'warning',
  *find({ text, statements, kind }) {
    for (const { statement } of statements) {
      if (statement.action?.negated) continue;
      for (const action of statement.action?.values ?? []) {
        const covered = actionsOfPattern(action.value);
        if (covered.length !== 1 || covered[0] !== 'RetireGrant') continue;
        yield {
          range: action.range,
          data: { kind },
          fixes: fixByRemovingAction(text, statement, action),
        };
      }
    }
  },
} as const satisfies Rule;
