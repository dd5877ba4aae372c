import { elements, isEmpty } from './shared/empty-elements.ts';
import { defineRule, everyKind } from './shared/rule.ts';

export const emptyObjectPrincipal = defineRule({
  code: 'EMPTY_OBJECT_PRINCIPAL',
  kinds: everyKind,
  severity: 'suggestion',
  *find(context) {
    for (const { start, end, value } of elements(context, 'Principal', 'NotPrincipal')) {
      if (value.type === 'object' && isEmpty(value)) yield { range: { start, end } };
    }
  },
});
