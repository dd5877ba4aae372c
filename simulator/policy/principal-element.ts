import type { JsonMember, JsonNode } from './json.ts';
import { onceEach, type Report } from './members.ts';
import type { ListElement, PrincipalEntry, PrincipalType, TextRange } from './types.ts';

export const principalTypes: readonly PrincipalType[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

const accountOrUniqueId = /^(?:\d{12}|A[A-Z]{3}[A-Z0-9]{12,})$/;
const principalArn =
  /^arn:aws[a-z-]*:(?:iam::\d{12}:(?:root|user\/[^*?]+|role\/[^*?]+)|sts::\d{12}:(?:assumed-role\/[^*?/]+\/[^*?/]+|federated-user\/[^*?]+))$/;

/** Whether AWS takes a text as an `AWS` principal: groups and wildcards inside an ARN it does not. */
export function isAwsPrincipal(text: string): boolean {
  return text === '*' || accountOrUniqueId.test(text) || principalArn.test(text);
}

/** Reads `"*"` or `{ "AWS": …, "Service": … }`. `{ "AWS": "*" }` means the same as `"*"`. */
export function readPrincipal(
  member: JsonMember & { readonly value: JsonNode },
  report: Report,
): ListElement<PrincipalEntry> {
  const values: PrincipalEntry[] = [];
  const { value, name } = member;
  if (value.type === 'string') {
    if (value.value === '*') values.push(entry('*', '*', value));
    else report('DATA_TYPE_MISMATCH', value, { element: name.value, expected: 'object', found: 'string' });
  } else if (value.type === 'object') {
    for (const { name: typeName, value: list } of onceEach(value, report)) {
      const type = principalTypes.find((t) => t.toLowerCase() === typeName.value.toLowerCase());
      if (type === undefined) {
        report('INVALID_PRINCIPAL_TYPE', typeName, {
          found: typeName.value,
          known: principalTypes.join(', '),
        });
        continue;
      }
      for (const node of list === null ? [] : list.type === 'array' ? list.items : [list]) {
        if (node.type === 'string') values.push(entry(type, node.value, node));
        else {
          report('DATA_TYPE_MISMATCH', node, { element: type, expected: 'string', found: node.type });
        }
      }
    }
  } else {
    report('DATA_TYPE_MISMATCH', value, { element: name.value, expected: 'object', found: value.type });
  }
  const negated = name.value.toLowerCase() === 'notprincipal';
  return { negated, values, range: { start: member.start, end: member.end } };
}

function entry(type: PrincipalType, value: string, node: TextRange): PrincipalEntry {
  const anyone = type === 'AWS' && value === '*';
  return { type: anyone ? '*' : type, value, range: { start: node.start, end: node.end } };
}
