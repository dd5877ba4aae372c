import { servicePrefixes } from '../../catalog/service-prefixes.ts';
import { partsOf } from './shared/action-parts.ts';
import { defineRule } from './shared/rule.ts';
import { fixByRemoving } from './shared/tree.ts';
import { actionsOf } from './shared/values.ts';

export const unsupportedActionInPolicy = defineRule({
  code: 'UNSUPPORTED_ACTION_IN_POLICY',
  kinds: ['key'],
  severity: 'error',
  *find(context) {
    for (const { value, range } of actionsOf(context)) {
      const service = partsOf(value)?.service ?? 'kms';
      if (service === 'kms' || !servicePrefixes.has(service)) continue;
      yield {
        range,
        data: { action: value },
        fixes: fixByRemoving(context, range, 'removeAction', { action: value }),
      };
    }
  },
});
