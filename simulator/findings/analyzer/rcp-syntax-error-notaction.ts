import { defineRule } from './shared/rule.ts';

export const rcpSyntaxErrorNotaction = defineRule({
  code: 'RCP_SYNTAX_ERROR_NOTACTION',
  kinds: ['rcp'],
  severity: 'error',
  *find({ statements }) {
    for (const { action } of statements.map(({ statement }) => statement)) {
      if (action?.negated) yield { range: action.range };
    }
  },
});
