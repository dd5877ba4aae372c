import { defineRule, everyKind } from './shared/rule.ts';
import { insidesOf, literals, readValues } from './shared/variable-rule.ts';

export const variableUnsupportedInVersion = defineRule({
  code: 'VARIABLE_UNSUPPORTED_IN_VERSION',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    if (context.version === '2012-10-17') return;
    for (const { value, range } of readValues(context)) {
      if (hasVariable(value)) yield { range, data: { value } };
    }
  },
});

function hasVariable(value: string): boolean {
  return insidesOf(value).some(({ inside }) => !literals.has(inside));
}
