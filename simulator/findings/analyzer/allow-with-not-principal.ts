import { defineRule } from './shared/rule.ts';

export const allowWithNotPrincipal = defineRule({
  code: 'ALLOW_WITH_NOT_PRINCIPAL',
  kinds: ['key', 'endpoint', 'resource'],
  severity: 'security-warning',
  *find({ statements }) {
    for (const { allow, statement } of statements) {
      if (allow && statement.principal?.negated) yield { range: statement.principal.range };
    }
  },
});
