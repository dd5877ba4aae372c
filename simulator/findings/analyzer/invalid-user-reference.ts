import { entriesOf } from './shared/principal-entries.ts';
import { defineRule, kindsWithPrincipal } from './shared/rule.ts';

export const invalidUserReference = defineRule({
  code: 'INVALID_USER_REFERENCE',
  kinds: kindsWithPrincipal,
  severity: 'warning',
  *find(context) {
    for (const { type, value, range } of entriesOf(context)) {
      if (type === 'AWS' && /^AIDA[A-Z0-9]+$/.test(value)) yield { range, data: { id: value } };
    }
  },
});
