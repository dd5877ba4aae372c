import { partsOf } from './shared/action-parts.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { actionsOf, resourcesOf } from './shared/values.ts';

export const wildcardInServiceName = defineRule({
  code: 'WILDCARD_IN_SERVICE_NAME',
  kinds: everyKind,
  severity: 'suggestion',
  *find(context) {
    for (const { value, range } of actionsOf(context)) {
      const service = partsOf(value)?.service ?? '';
      if (/[*?]/.test(service)) yield { range, data: { value } };
    }
    for (const { value, range } of resourcesOf(context)) {
      const service = value.startsWith('arn:') ? (value.split(':')[2] ?? '') : '';
      // `arn:aws:*` is everything of a partition: nobody takes it for a service.
      if (/[*?]/.test(service) && service !== '*') yield { range, data: { value } };
    }
  },
});
