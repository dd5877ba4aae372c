import { elements, isEmpty } from './shared/empty-elements.ts';
import { defineRule, everyKind } from './shared/rule.ts';

const emptyList = <const Code extends string>(code: Code, name: string) =>
  defineRule({
    code,
    kinds: everyKind,
    severity: 'suggestion',
    *find(context) {
      for (const { start, end, name: written, value } of elements(context, name, `Not${name}`)) {
        if (value.type === 'array' && isEmpty(value))
          yield { range: { start, end }, data: { element: written.value } };
      }
    },
  });

export const emptyArrayInStatementRules = [
  emptyList('EMPTY_ARRAY_ACTION', 'Action'),
  emptyList('EMPTY_ARRAY_RESOURCE', 'Resource'),
] as const;
