import { coveredValues } from './shared/covering.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { fixByRemoving } from './shared/tree.ts';

export const redundantResource = defineRule({
  code: 'REDUNDANT_RESOURCE',
  kinds: everyKind,
  severity: 'suggestion',
  *find(context) {
    for (const { statement } of context.statements) {
      for (const { located, by } of coveredValues(statement.resource?.values ?? [], String)) {
        const { value, range } = located;
        yield {
          range,
          data: { value, by },
          fixes: fixByRemoving(context, range, 'removeValue', { value }),
        };
      }
    }
  },
});
