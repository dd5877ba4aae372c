import { coveredValues } from './shared/covering.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { fixByRemoving } from './shared/tree.ts';

export const redundantAction = defineRule({
  code: 'REDUNDANT_ACTION',
  kinds: everyKind,
  severity: 'suggestion',
  *find(context) {
    for (const { statement } of context.statements) {
      for (const { located, by } of coveredValues(statement.action?.values ?? [], lowerCase)) {
        const { value: action, range } = located;
        yield {
          range,
          data: { action, by },
          fixes: fixByRemoving(context, range, 'removeAction', { action }),
        };
      }
    }
  },
});

function lowerCase(value: string): string {
  return value.toLowerCase();
}
