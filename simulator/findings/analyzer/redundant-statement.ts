import type { JsonNode } from '../../policy/json.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { fixByRemoving, statementNodes } from './shared/tree.ts';

export const redundantStatement = defineRule({
  code: 'REDUNDANT_STATEMENT',
  kinds: everyKind,
  severity: 'suggestion',
  *find(context) {
    const seen = new Set<string>();
    for (const node of statementNodes(context)) {
      const range = { start: node.start, end: node.end };
      const meaning = meaningOf(node);
      if (seen.has(meaning)) yield { range, fixes: fixByRemoving(context, range, 'removeStatement', {}) };
      seen.add(meaning);
    }
  },
});

/** A statement without its Sid, its order and its way of writing one value. */
function meaningOf(node: JsonNode): string {
  switch (node.type) {
    case 'object':
      return `{${node.members
        .map(({ name, value }) => [name.value.toLowerCase(), value === null ? '' : meaningOf(value)] as const)
        .filter(([name]) => name !== 'sid')
        .map(([name, value]) => `${JSON.stringify(name)}:${value}`)
        .sort()
        .join()}}`;
    case 'array':
      return node.items.length === 1 && node.items[0]
        ? meaningOf(node.items[0])
        : `[${node.items.map(meaningOf).sort().join()}]`;
    default:
      return JSON.stringify(node.value);
  }
}
