import { servicePrefixes } from '../../catalog/service-prefixes.ts';
import { defineRule, everyKind } from './shared/rule.ts';

/** Prefixes of keys that identity providers, not services, bring. */
const providerPrefixes: ReadonlySet<string> = new Set(['saml', 'aws']);

export const invalidService = defineRule({
  code: 'INVALID_SERVICE',
  kinds: everyKind,
  severity: 'error',
  *find({ statements }) {
    for (const { clause, key } of statements.flatMap(({ clauses }) => clauses)) {
      const colon = key.indexOf(':');
      const prefix = key.slice(0, colon);
      if (colon < 1 || prefix.includes('.') || providerPrefixes.has(prefix)) continue;
      if (servicePrefixes.has(prefix)) continue;
      yield { range: clause.key.range, data: { service: prefix } };
    }
  },
});
