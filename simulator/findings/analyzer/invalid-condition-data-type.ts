import { defineRule, everyKind } from './shared/rule.ts';
import { memberOf, statementNodes } from './shared/tree.ts';

export const invalidConditionDataType = defineRule({
  code: 'INVALID_CONDITION_DATA_TYPE',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const statement of statementNodes(context)) {
      const condition = memberOf(statement, 'Condition')?.value;
      const blocks = condition?.type === 'object' ? condition.members : [];
      for (const { name, value } of blocks.flatMap((block) =>
        block.value?.type === 'object' ? block.value.members : [],
      )) {
        if (value?.type !== 'array') continue;
        const types = new Set(value.items.map(({ type }) => type));
        if (types.size > 1)
          yield { range: { start: value.start, end: value.end }, data: { key: name.value } };
      }
    }
  },
});
