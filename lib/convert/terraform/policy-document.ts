/*
 * The data source aws_iam_policy_document to the policy it makes.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
import { readJsonText } from '../json-text.ts';
import {
  list,
  type Member,
  memberOf,
  type ObjectValue,
  object,
  partsOf,
  plainText,
  type Text,
  textOf,
  type Unknown,
  unknown,
  type Value,
} from '../value.ts';
import { type Scope, withNames } from './scope.ts';
import { argumentOf, type Block, type Body } from './syntax.ts';

/** A body with the names that are bound in it: those of the `dynamic` blocks around it. */
interface Bound {
  readonly body: Body;
  readonly scope: Scope;
}

/** The policy of the data source's block. */
export function policyDocument(block: Block, scope: Scope): ObjectValue {
  const here = { body: block.body, scope };
  const own = blocksOf(here, 'statement').map(statement);
  const sources = documents(here, 'source_policy_documents');
  const overrides = documents(here, 'override_policy_documents');
  const id = read(here, 'policy_id') ?? lastId([...sources, ...overrides]);
  return object({
    Version: read(here, 'version') ?? textOf('2012-10-17'),
    Id: id,
    Statement: list(merged([...sources.map(statementsOf), own, ...overrides.map(statementsOf)])),
  });
}

function read({ body, scope }: Bound, name: string): Value | undefined {
  const expression = argumentOf(body, name)?.value;
  return expression ? scope.evaluate(expression, scope) : undefined;
}

/** Statements without a Sid add up; one with the Sid of an earlier one takes its place. */
function merged(groups: readonly (readonly Value[])[]): readonly Value[] {
  const all: Value[] = [];
  for (const statement of groups.flat()) {
    const sid = plainText(memberOf(statement, 'Sid'));
    const at = sid ? all.findIndex((other) => plainText(memberOf(other, 'Sid')) === sid) : -1;
    if (at < 0) all.push(statement);
    else all[at] = statement;
  }
  return all;
}

/** The policies that a document begins with or is overridden by; one that is not known is unknown as a statement. */
function documents(here: Bound, name: string): readonly Value[] {
  const value = read(here, name);
  const items = value?.type === 'list' ? value.items : value ? [value] : [];
  return items.map((item) => {
    if (item.type === 'json') return item.value;
    return item.type === 'text' ? (readJsonText(item).value ?? item) : item;
  });
}

function statementsOf(document: Value): readonly Value[] {
  if (document.type === 'unknown') return [document];
  const written = memberOf(document, 'Statement');
  return written?.type === 'list' ? written.items : written ? [written] : [];
}

const lastId = (all: readonly Value[]): Value | undefined =>
  all.map((document) => memberOf(document, 'Id')).findLast((id) => id !== undefined);

/** The blocks of a type, those that `dynamic` makes included. */
function blocksOf({ body, scope }: Bound, type: string): readonly Bound[] {
  return body.blocks.flatMap((block): readonly Bound[] => {
    if (block.type === type) return [{ body: block.body, scope }];
    if (block.type !== 'dynamic' || block.labels[0] !== type) return [];
    return repeated(block, scope);
  });
}

/** Over a list that is not known, the block stands once, with its iterator unknown. */
function repeated(block: Block, scope: Scope): readonly Bound[] {
  const content = block.body.blocks.find(({ type }) => type === 'content')?.body;
  const over = argumentOf(block.body, 'for_each')?.value;
  if (!content || !over) return [];
  const named = argumentOf(block.body, 'iterator')?.value;
  const iterator = named ? scope.module.text.slice(named.from, named.to) : (block.labels[0] ?? '');
  const bind = (key: Value, value: Value): Bound => ({
    body: content,
    scope: withNames(scope, { [iterator]: object({ key, value }) }),
  });
  const items = scope.evaluate(over, scope);
  if (items.type === 'list') {
    // A set's key is its value, a list's its index; which of them this is cannot be told any more.
    return items.items.map((item) => bind(unknown(`${iterator}.key`, block.at), item));
  }
  if (items.type === 'object') return items.members.map(({ name, value }) => bind(name, value));
  const text = scope.module.text.slice(over.from, over.to);
  scope.assumptions.add('SHOWN_ONCE', text, '', block.at);
  return [bind(unknown(`${iterator}.key`, block.at), unknown(`${iterator}.value`, block.at))];
}

function statement(here: Bound): ObjectValue {
  return object({
    Sid: filled(read(here, 'sid')),
    Effect: read(here, 'effect') ?? textOf('Allow'),
    Principal: principals(here, 'principals'),
    NotPrincipal: principals(here, 'not_principals'),
    Action: strings(read(here, 'actions')),
    NotAction: strings(read(here, 'not_actions')),
    Resource: strings(variables(read(here, 'resources'))),
    NotResource: strings(variables(read(here, 'not_resources'))),
    Condition: conditions(here),
  });
}

const filled = (value: Value | undefined): Value | undefined => (plainText(value) === '' ? undefined : value);

/** One value without a list around it; nothing at all for an empty list. */
function strings(value: Value | undefined): Value | undefined {
  if (value?.type !== 'list') return value?.type === 'scalar' ? undefined : value;
  const [only, ...rest] = value.items;
  return rest.length === 0 ? only : value;
}

/** The data source's own way to write IAM's policy variables: `&{aws:username}`. */
function variables(value: Value | undefined): Value | undefined {
  if (value?.type === 'list') return list(value.items.map((item) => variables(item) ?? item));
  if (value?.type !== 'text') return value;
  return textOf(
    ...value.parts.map((part) => (typeof part === 'string' ? part.replaceAll('&{', '${') : part)),
  );
}

function principals(here: Bound, name: string): Value | undefined {
  const members: Member[] = [];
  for (const block of blocksOf(here, name)) {
    const type = textFrom(read(block, 'type'), block);
    const identifiers = variables(read(block, 'identifiers')) ?? list([]);
    const at = members.findIndex((member) => sameName(member.name, type));
    const before = members[at];
    if (before) members[at] = { name: type, value: appended(before.value, identifiers) };
    else members.push({ name: type, value: identifiers });
  }
  const [only, ...rest] = members;
  if (!only) return undefined;
  const everyone =
    only.value.type === 'list' && only.value.items.length === 1 ? only.value.items[0] : only.value;
  if (rest.length === 0 && plainText(only.name) === '*' && plainText(everyone) === '*') return textOf('*');
  return {
    type: 'object',
    members: members.map((member) => ({ name: member.name, value: strings(member.value) ?? member.value })),
  };
}

function conditions(here: Bound): Value | undefined {
  const tests: { name: Text; members: Member[] }[] = [];
  for (const block of blocksOf(here, 'condition')) {
    const name = textFrom(read(block, 'test'), block);
    const key = textFrom(read(block, 'variable'), block);
    const values = variables(read(block, 'values')) ?? list([]);
    let test = tests.find((one) => sameName(one.name, name));
    if (!test) {
      test = { name, members: [] };
      tests.push(test);
    }
    const at = test.members.findIndex((member) => sameName(member.name, key));
    const before = test.members[at];
    if (before) test.members[at] = { name: key, value: appended(before.value, values) };
    else test.members.push({ name: key, value: values });
  }
  if (tests.length === 0) return undefined;
  return {
    type: 'object',
    members: tests.map(({ name, members }) => ({
      name,
      value: {
        type: 'object',
        members: members.map((member) => ({
          name: member.name,
          value: strings(member.value) ?? member.value,
        })),
      },
    })),
  };
}

const sameName = (a: Text, b: Text): boolean => JSON.stringify(a.parts) === JSON.stringify(b.parts);

function appended(before: Value, after: Value): Value {
  return list([before, after].flatMap((value) => (value.type === 'list' ? value.items : [value])));
}

function textFrom(value: Value | undefined, { scope }: Bound): Text {
  const missing: Unknown = unknown('?', scope.module.text.length);
  return textOf(...((value && partsOf(value)) ?? [missing]));
}
