import { elements, isEmpty } from './shared/empty-elements.ts';
import { defineRule, everyKind } from './shared/rule.ts';

export const emptyArrayPrincipal = defineRule({
  code: 'EMPTY_ARRAY_PRINCIPAL',
  kinds: everyKind,
  severity: 'suggestion',
  *find(context) {
    for (const { value } of elements(context, 'Principal', 'NotPrincipal')) {
      if (value.type !== 'object') continue;
      for (const { start, end, value: list } of value.members) {
        if (list?.type === 'array' && isEmpty(list)) yield { range: { start, end } };
      }
    }
  },
});
