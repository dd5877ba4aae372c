/* The members of an object in a policy, each name once. */
import type { JsonMember, JsonNode, JsonObject } from './json.ts';
import type { PolicyProblem, PolicyProblemCode, TextRange } from './types.ts';

export type Report = (
  code: PolicyProblemCode,
  range: TextRange,
  data?: Record<string, string>,
  severity?: PolicyProblem['severity'],
) => void;

export type Members<Name extends string> = Partial<Record<Name, JsonMember & { readonly value: JsonNode }>>;

/** An object's members by their grammar names; what the grammar does not know is reported. */
export function membersOf<Name extends string>(
  node: JsonObject,
  names: readonly Name[],
  report: Report,
): Members<Name> {
  const found: Members<Name> = {};
  for (const member of node.members) {
    const written = member.name.value;
    const name =
      names.find((n) => n === written) ?? names.find((n) => n.toLowerCase() === written.toLowerCase());
    if (name === undefined) {
      report('UNKNOWN_ELEMENT', member.name, { element: written, known: names.join(', ') });
      continue;
    }
    if (name !== written)
      report('ELEMENT_CASE', member.name, { element: written, expected: name }, 'warning');
    if (found[name] !== undefined) {
      report('DUPLICATE_KEY', member.name, { element: name });
      continue;
    }
    if (member.value !== null) found[name] = { ...member, value: member.value };
  }
  return found;
}

/** Members without those whose name came before. Source: IAM User Guide, grammar of the policy language. */
export function onceEach({ members }: JsonObject, report: Report): readonly JsonMember[] {
  if (members.length < 2) return members;
  const seen = new Set<string>();
  return members.filter(({ name }) => {
    if (seen.has(name.value)) report('DUPLICATE_KEY', name, { element: name.value });
    return seen.size < seen.add(name.value).size;
  });
}
