import { servicePrefixes } from '../../catalog/service-prefixes.ts';
import { actionsOfPattern } from '../context.ts';
import { fixAction, partsOf } from './shared/action-parts.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { similarName } from './shared/similar.ts';
import { actionsOf, isOpen } from './shared/values.ts';

export const invalidServiceInAction = defineRule({
  code: 'INVALID_SERVICE_IN_ACTION',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const located of actionsOf(context)) {
      const parts = partsOf(located.value);
      if (parts === null || isOpen(parts.service) || servicePrefixes.has(parts.service)) continue;
      const { service, name } = parts;
      // Many prefixes differ by a letter; the one that has this action is the one that was meant.
      const kms = actionsOfPattern(`kms:${name}`).length > 0 && similarName(service, ['kms']) !== null;
      const meant = kms ? 'kms' : similarName(service, servicePrefixes);
      yield {
        range: located.range,
        data: { service, ...(meant !== null && { meant }) },
        fixes: fixAction(located, meant === null ? null : `${meant}:${name}`),
      };
    }
  },
});
