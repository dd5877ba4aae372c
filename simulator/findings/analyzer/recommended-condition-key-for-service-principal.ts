import { isBoundToSource, servicesOf } from './shared/principal-entries.ts';
import { defineRule } from './shared/rule.ts';

export const recommendedConditionKeyForServicePrincipal = defineRule({
  code: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  kinds: ['key', 'resource'],
  severity: 'suggestion',
  *find({ statements }) {
    for (const view of statements) {
      if (!view.allow || isBoundToSource(view)) continue;
      const [service] = servicesOf(view);
      const referer = view.clauses.find(({ key }) => key === 'aws:referer');
      if (service && referer) {
        const { range, value } = referer.clause.key;
        yield { range, data: { key: value, service: service.value } };
      }
    }
  },
});
