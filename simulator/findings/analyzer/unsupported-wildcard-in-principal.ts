import { entriesOf } from './shared/principal-entries.ts';
import { defineRule, kindsWithPrincipal } from './shared/rule.ts';

export const unsupportedWildcardInPrincipal = defineRule({
  code: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  kinds: kindsWithPrincipal,
  severity: 'error',
  *find(context) {
    for (const { type, value, range } of entriesOf(context)) {
      if (type !== '*' && /[*?]/.test(value)) yield { range, data: { type, value } };
    }
  },
});
