import { entriesOf } from './shared/principal-entries.ts';
import { defineRule, kindsWithPrincipal } from './shared/rule.ts';

export const invalidRoleReference = defineRule({
  code: 'INVALID_ROLE_REFERENCE',
  kinds: kindsWithPrincipal,
  severity: 'warning',
  *find(context) {
    for (const { type, value, range } of entriesOf(context)) {
      if (type === 'AWS' && /^AROA[A-Z0-9]+$/.test(value)) yield { range, data: { id: value } };
    }
  },
});
