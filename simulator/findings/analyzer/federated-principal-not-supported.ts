import { entriesOf } from './shared/principal-entries.ts';
import { defineRule } from './shared/rule.ts';

export const federatedPrincipalNotSupported = defineRule({
  code: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
  kinds: ['key'],
  severity: 'error',
  *find(context) {
    for (const { type, value, range } of entriesOf(context)) {
      if (type === 'Federated') yield { range, data: { value } };
    }
  },
});
