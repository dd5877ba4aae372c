/* Lists and objects with nothing in them. */
import type { JsonNode } from '../../../policy/json.ts';
import type { CheckContext } from '../../context.ts';
import { memberOf, statementNodes } from './tree.ts';

export const isEmpty = (node: JsonNode | null | undefined): boolean =>
  (node?.type === 'array' && node.items.length === 0) ||
  (node?.type === 'object' && node.members.length === 0);

/** The members of each statement with one of these names. */
export function* elements(context: CheckContext, ...names: readonly string[]) {
  for (const statement of statementNodes(context)) {
    for (const name of names) {
      const member = memberOf(statement, name);
      if (member?.value) yield { ...member, value: member.value };
    }
  }
}
