/*
 * Any text to as much of a policy as can be read from it: the elements that IAM's grammar knows, each
 * with its characters. What cannot be read is left out and named as a problem; the rest is still there.
 */
import { type JsonMember, type JsonNode, type JsonObject, parseJson } from './json.ts';
import { hasPrincipal } from './kinds.ts';
import { type Members, membersOf, onceEach, type Report } from './members.ts';
import { parseOperator } from './operators.ts';
import { isAwsPrincipal, readPrincipal } from './principal-element.ts';
import type {
  ConditionClause,
  ListElement,
  Located,
  PolicyDocument,
  PolicyKind,
  Statement,
  TextRange,
} from './types.ts';

const documentElements = ['Version', 'Id', 'Statement'] as const;
const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;

/** The document in a text; null where there is none. Never throws. */
export function readTolerantly(text: string, kind: PolicyKind, report: Report): PolicyDocument | null {
  const { root, errors } = parseJson(text);
  for (const error of errors) report('JSON_SYNTAX_ERROR', error, { reason: error.reason });
  if (root === null) return null;
  if (root.type === 'object') return readDocument(root, kind, report);
  report('NOT_AN_OBJECT', root, { found: root.type });
  return null;
}

function readDocument(root: JsonObject, kind: PolicyKind, report: Report): PolicyDocument {
  const members = membersOf(root, documentElements, report);
  const id = members.Id && readText(members.Id, report);
  const statements: Statement[] = [];
  const written = members.Statement?.value;
  const nodes = written === undefined ? [] : written.type === 'array' ? written.items : [written];
  nodes.forEach((node, index) => {
    if (node.type !== 'object') {
      report('DATA_TYPE_MISMATCH', node, { element: 'Statement', expected: 'object', found: node.type });
      return;
    }
    const statement = readStatement(node, index, kind, report);
    if (statement) statements.push(statement);
  });
  if (nodes.length === 0) report('MISSING_STATEMENT', members.Statement ?? root);
  return { version: readVersion(members.Version, report), ...(id && { id }), statements };
}

function readVersion(member: Members<'Version'>['Version'], report: Report): PolicyDocument['version'] {
  // Without a Version IAM falls back to the older language.
  if (!member) return '2008-10-17';
  const version = readText(member, report);
  if (version?.value === '2012-10-17' || version?.value === '2008-10-17') return version.value;
  if (version) report('INVALID_VERSION', version.range, { found: version.value });
  return '2012-10-17';
}

function readStatement(node: JsonObject, index: number, kind: PolicyKind, report: Report): Statement | null {
  const members = membersOf(node, statementElements, report);
  const principalMember = either(members.Principal, members.NotPrincipal, report);
  const sid = members.Sid && readText(members.Sid, report);
  const effect = members.Effect ? readEffect(members.Effect, report) : null;
  const action = readList(members.Action, members.NotAction, report);
  const resource = readList(members.Resource, members.NotResource, report);
  const conditions = members.Condition ? readConditions(members.Condition.value, report) : [];
  const principal = principalMember && readPrincipal(principalMember, report);
  if (kind === 'key') {
    for (const { type, value, range } of principal?.values ?? []) {
      if (type === 'AWS' && !isAwsPrincipal(value)) {
        report('INVALID_PRINCIPAL', range, { principal: value, effect: effect?.value ?? '' });
      }
    }
  }

  if (!members.Effect) report('MISSING_EFFECT', node);
  if (!principalMember && hasPrincipal(kind)) report('MISSING_PRINCIPAL', node);
  if (principalMember && !hasPrincipal(kind)) {
    report('UNSUPPORTED_PRINCIPAL', principalMember.name, { kind });
  }
  // KMS takes a key policy whose statement lacks these; such a statement does nothing.
  const severity = kind === 'key' ? 'warning' : 'error';
  if (!members.Action && !members.NotAction) report('MISSING_ACTION', node, {}, severity);
  if (!members.Resource && !members.NotResource) report('MISSING_RESOURCE', node, {}, severity);
  if (!effect) return null;
  return {
    index,
    ...(sid && { sid }),
    effect,
    ...(principal && { principal }),
    ...(action && { action }),
    ...(resource && { resource }),
    conditions,
    range: { start: node.start, end: node.end },
  };
}

function either<T extends JsonMember>(
  plain: T | undefined,
  opposite: T | undefined,
  report: Report,
): T | undefined {
  if (plain && opposite) {
    report('ELEMENT_AND_ITS_OPPOSITE', opposite.name, {
      element: plain.name.value,
      opposite: opposite.name.value,
    });
  }
  return plain ?? opposite;
}

function readEffect(member: JsonMember & { value: JsonNode }, report: Report): Statement['effect'] | null {
  const text = readText(member, report);
  if (text?.value === 'Allow' || text?.value === 'Deny') return { value: text.value, range: text.range };
  if (text) report('INVALID_EFFECT', text.range, { found: text.value });
  return null;
}

function readText(member: JsonMember & { value: JsonNode }, report: Report): Located<string> | undefined {
  const { value, name } = member;
  if (value.type === 'string') return locate(value.value, value);
  report('DATA_TYPE_MISMATCH', value, { element: name.value, expected: 'string', found: value.type });
  return undefined;
}

function readList(
  plain: (JsonMember & { value: JsonNode }) | undefined,
  opposite: (JsonMember & { value: JsonNode }) | undefined,
  report: Report,
): ListElement | undefined {
  const member = either(plain, opposite, report);
  if (!member) return undefined;
  const values: Located<string>[] = [];
  for (const node of member.value.type === 'array' ? member.value.items : [member.value]) {
    if (node.type === 'string') values.push(locate(node.value, node));
    else {
      report('DATA_TYPE_MISMATCH', node, {
        element: member.name.value,
        expected: 'string',
        found: node.type,
      });
    }
  }
  return { negated: member === opposite, values, range: { start: member.start, end: member.end } };
}

function readConditions(node: JsonNode, report: Report): ConditionClause[] {
  const clauses: ConditionClause[] = [];
  if (node.type !== 'object') {
    report('DATA_TYPE_MISMATCH', node, { element: 'Condition', expected: 'object', found: node.type });
    return clauses;
  }
  for (const { name: operator, value: block } of onceEach(node, report)) {
    if (parseOperator(operator.value) === null) {
      report('UNKNOWN_OPERATOR', operator, { operator: operator.value });
    }
    if (block === null) continue;
    if (block.type !== 'object') {
      report('DATA_TYPE_MISMATCH', block, {
        element: operator.value,
        expected: 'object',
        found: block.type,
      });
      continue;
    }
    for (const { name: key, value, start, end } of onceEach(block, report)) {
      if (value === null) continue;
      clauses.push({
        operator: locate(operator.value, operator),
        key: locate(key.value, key),
        values: readConditionValues(key.value, value, report),
        range: { start, end },
      });
    }
  }
  return clauses;
}

/** Numbers and booleans are taken as their text, as IAM does. */
function readConditionValues(key: string, node: JsonNode, report: Report): Located<string>[] {
  const values: Located<string>[] = [];
  for (const item of node.type === 'array' ? node.items : [node]) {
    if (item.type === 'string' || item.type === 'number' || item.type === 'boolean') {
      values.push(locate(item.value, item));
    } else {
      report('DATA_TYPE_MISMATCH', item, { element: key, expected: 'string', found: item.type });
    }
  }
  return values;
}

function locate(value: string, node: TextRange): Located<string> {
  return { value, range: { start: node.start, end: node.end } };
}
