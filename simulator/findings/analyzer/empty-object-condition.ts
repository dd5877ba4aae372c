import type { Hit } from '../types.ts';
import { elements, isEmpty } from './shared/empty-elements.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { fixByRemoving } from './shared/tree.ts';

export const emptyObjectCondition = defineRule({
  code: 'EMPTY_OBJECT_CONDITION',
  kinds: everyKind,
  severity: 'suggestion',
  *find(context) {
    for (const { start, end, name, value } of elements(context, 'Condition')) {
      const range = { start, end };
      if (value.type !== 'object') continue;
      const data = { element: name.value };
      if (isEmpty(value)) {
        yield { range, fixes: fixByRemoving(context, range, 'removeElement', data) } satisfies Hit;
      }
      for (const block of value.members) {
        const inner = { start: block.start, end: block.end };
        if (block.value?.type === 'object' && isEmpty(block.value)) yield { range: inner };
      }
    }
  },
});
