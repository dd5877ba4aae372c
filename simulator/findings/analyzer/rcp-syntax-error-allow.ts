import { isFullAccess } from './shared/full-access.ts';
import { defineRule } from './shared/rule.ts';

export const rcpSyntaxErrorAllow = defineRule({
  code: 'RCP_SYNTAX_ERROR_ALLOW',
  kinds: ['rcp'],
  severity: 'error',
  *find({ statements }) {
    for (const view of statements) {
      if (view.allow && !isFullAccess(view)) yield { range: view.statement.effect.range };
    }
  },
});
