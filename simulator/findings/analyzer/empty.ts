/* Lists and objects with nothing in them. */
import type { JsonNode } from '../../policy/json.ts';
import type { CheckContext } from '../context.ts';
import type { Hit } from '../types.ts';
import { defineRule, everyKind } from './rule.ts';
import { fixByRemoving, memberOf, statementNodes } from './tree.ts';
import { type Condition, conditionsOf } from './values.ts';

const isEmpty = (node: JsonNode | null | undefined): boolean =>
  (node?.type === 'array' && node.items.length === 0) ||
  (node?.type === 'object' && node.members.length === 0);

/** The members of each statement with one of these names. */
function* elements(context: CheckContext, ...names: readonly string[]) {
  for (const statement of statementNodes(context)) {
    for (const name of names) {
      const member = memberOf(statement, name);
      if (member?.value) yield { ...member, value: member.value };
    }
  }
}

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

const emptyCondition = <const Code extends string>(code: Code, applies: (condition: Condition) => boolean) =>
  defineRule({
    code,
    kinds: everyKind,
    severity: 'suggestion',
    *find(context) {
      for (const condition of conditionsOf(context)) {
        const { clause } = condition;
        if (clause.values.length === 0 && endsEmpty(context, clause.range.end) && applies(condition))
          yield { range: clause.range, data: { key: clause.key.value } };
      }
    },
  });

/** Values that could not be read are missing too, but were not forgotten. */
function endsEmpty({ text }: CheckContext, end: number): boolean {
  return /\[\s*\]$/.test(text.slice(Math.max(0, end - 200), end));
}

export const emptyRules = [
  emptyList('EMPTY_ARRAY_ACTION', 'Action'),
  emptyList('EMPTY_ARRAY_RESOURCE', 'Resource'),
  defineRule({
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
  }),
  defineRule({
    code: 'EMPTY_OBJECT_PRINCIPAL',
    kinds: everyKind,
    severity: 'suggestion',
    *find(context) {
      for (const { start, end, value } of elements(context, 'Principal', 'NotPrincipal')) {
        if (value.type === 'object' && isEmpty(value)) yield { range: { start, end } };
      }
    },
  }),
  defineRule({
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
  }),
  emptyCondition('EMPTY_ARRAY_CONDITION', ({ operator: { set, ifExists } }) => set === null && !ifExists),
  emptyCondition('EMPTY_ARRAY_CONDITION_FORALLVALUES', ({ operator: { set } }) => set === 'ForAllValues'),
  emptyCondition('EMPTY_ARRAY_CONDITION_FORANYVALUE', ({ operator: { set } }) => set === 'ForAnyValue'),
  emptyCondition(
    'EMPTY_ARRAY_CONDITION_IFEXISTS',
    ({ operator: { set, ifExists } }) => set === null && ifExists,
  ),
] as const;
