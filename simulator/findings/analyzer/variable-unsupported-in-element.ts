import { defineRule, everyKind } from './shared/rule.ts';
import { actionsOf, conditionsOf } from './shared/values.ts';

export const variableUnsupportedInElement = defineRule({
  code: 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const { value, range } of actionsOf(context)) {
      if (value.includes('${')) yield { range, data: { element: 'Action', value } };
    }
    for (const { statement } of context.statements) {
      for (const { value, range } of statement.principal?.values ?? []) {
        if (value.includes('${')) yield { range, data: { element: 'Principal', value } };
      }
    }
    for (const { clause } of conditionsOf(context)) {
      const { value, range } = clause.key;
      if (value.includes('${')) yield { range, data: { element: 'a condition key', value } };
    }
  },
});
