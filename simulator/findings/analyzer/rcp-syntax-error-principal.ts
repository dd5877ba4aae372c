import { defineRule } from './shared/rule.ts';

export const rcpSyntaxErrorPrincipal = defineRule({
  code: 'RCP_SYNTAX_ERROR_PRINCIPAL',
  kinds: ['rcp'],
  severity: 'error',
  *find({ statements }) {
    for (const { principal } of statements.map(({ statement }) => statement)) {
      if (!principal) continue;
      if (principal.negated || principal.values.some(({ type }) => type !== '*'))
        yield { range: principal.range };
    }
  },
});
