/* JSON to the policies in it: a policy, statements, or the answer of an AWS API around one. */
import { type JsonNode, parseJson } from '@/simulator/index.ts';
import { Assumptions } from './assumptions.ts';
import type { Found, FoundPolicy, FoundProblem } from './found.ts';
import { fromNode, readJsonText } from './json-text.ts';
import { isPolicy, isStatement, policyOf } from './policy-value.ts';
import { type ObjectValue, textOf } from './value.ts';

/** Reads a text as JSON; where it is not quite, what could be read and a problem. */
export function readJson(text: string): Found {
  const { root, errors } = parseJson(text);
  const policies: FoundPolicy[] = [];
  const problems: FoundProblem[] = [];
  const add = (policy: ObjectValue, path: string, at: number, verbatim?: string) => {
    policies.push({
      policy,
      kind: undefined,
      name: path === '' ? 'Policy' : path,
      path: path === '' ? 'Policy' : path,
      at,
      assumptions: new Assumptions(text),
      ...(verbatim !== undefined && { verbatim }),
    });
  };
  const visit = (node: JsonNode, path: string): void => {
    if (node.type === 'string') {
      const inside = encodedPolicy(node.value);
      if (inside) add(inside, path, node.start);
    } else if (node.type === 'array') {
      const value = fromNode(node);
      if (value.type === 'list' && value.items.length > 0 && value.items.every((item) => isStatement(item))) {
        add(policyOf(value.items), path, node.start);
      } else for (const [index, item] of node.items.entries()) visit(item, `${path}[${index}]`);
    } else if (node.type === 'object') {
      const value = fromNode(node);
      if (isPolicy(value)) add(value, path, node.start, path === '' ? text.trim() : undefined);
      else if (isStatement(value)) add(policyOf([value]), path, node.start);
      else {
        for (const { name, value: inside } of node.members) {
          if (inside) visit(inside, path === '' ? name.value : `${path}.${name.value}`);
        }
      }
    }
  };
  if (root) visit(root, '');
  const [first] = errors;
  if (first) problems.push({ code: 'SYNTAX', at: first.start, data: {} });
  return { policies, problems };
}

/** A policy as a string: `Policy` of GetKeyPolicy, or URL-encoded as IAM returns documents. */
function encodedPolicy(text: string): ObjectValue | null {
  const start = text.trimStart();
  if (start.startsWith('%7B')) {
    const decoded = decodeUrl(start);
    return decoded === null ? null : encodedPolicy(decoded);
  }
  if (!start.startsWith('{') || !start.includes('Statement')) return null;
  const { value } = readJsonText(textOf(text));
  return isPolicy(value) ? value : null;
}

function decodeUrl(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
