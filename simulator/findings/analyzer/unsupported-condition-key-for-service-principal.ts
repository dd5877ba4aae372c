import { servicesOf } from './shared/principal-entries.ts';
import { defineRule } from './shared/rule.ts';

/** Keys of the caller's identity that a service principal does not have. */
const identityKeys = /^aws:(?:principalorgid|principalorgpaths|principaltag\/.+|username)$/;

export const unsupportedConditionKeyForServicePrincipal = defineRule({
  code: 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  kinds: ['key', 'resource'],
  severity: 'error',
  *find({ statements }) {
    for (const view of statements) {
      const services = servicesOf(view);
      if (!view.allow || services.length === 0 || services.length < view.principals.length) continue;
      for (const { key, operator, clause } of view.clauses) {
        if (operator === null || operator.ifExists || operator.row.negated || operator.name === 'Null')
          continue;
        if (operator.set === 'ForAllValues' || !identityKeys.test(key)) continue;
        yield {
          range: clause.key.range,
          data: { key: clause.key.value, service: services[0]?.value ?? '' },
        };
      }
    }
  },
});
