/* A value as a policy: whether it is one, what it is attached to, and its JSON with placeholders. */
import type { PolicyKind } from '@/simulator/index.ts';
import { lineAt } from './lines.ts';
import { PlaceholderNames, placeholderPattern } from './placeholders.ts';
import { printJson } from './print-json.ts';
import type { Unresolved } from './types.ts';
import {
  list,
  memberOf,
  type ObjectValue,
  object,
  plainText,
  type Text,
  type TextPart,
  textOf,
  type Unknown,
  type Value,
} from './value.ts';

const statementElements = ['Effect', 'Action', 'NotAction', 'Principal', 'NotPrincipal'];

/** Whether it has what a statement has, and not only something else's `Statement`, as a rule of AWS WAF has. */
const isLikeStatement = (value: Value): boolean =>
  value.type === 'unknown' || statementElements.some((name) => memberOf(value, name) !== undefined);

export function isPolicy(value: Value | null | undefined): value is ObjectValue {
  if (value?.type !== 'object' || memberOf(value, 'Statement') === undefined) return false;
  const statements = statementsOf(value);
  return statements.length === 0 || statements.some(isLikeStatement);
}

/** One statement, on its own. */
export const isStatement = (value: Value | null | undefined): value is ObjectValue =>
  value?.type === 'object' &&
  memberOf(value, 'Effect') !== undefined &&
  statementElements.slice(1).some((name) => memberOf(value, name) !== undefined);

/** Statements as a policy of the newer language. */
export function policyOf(statements: readonly Value[]): ObjectValue {
  return object({ Version: textOf('2012-10-17'), Statement: list(statements) });
}

function statementsOf(policy: ObjectValue): readonly Value[] {
  const written = memberOf(policy, 'Statement');
  return written?.type === 'list' ? written.items : written ? [written] : [];
}

/** What a policy is attached to, by its elements alone: only policies of resources say who. */
export function kindByElements(policy: ObjectValue): PolicyKind {
  const statements = statementsOf(policy);
  const hasPrincipal = statements.some(
    (one) => memberOf(one, 'Principal') !== undefined || memberOf(one, 'NotPrincipal') !== undefined,
  );
  if (!hasPrincipal) return 'identity';
  const isOfKms = statements.some((one) => {
    const action = memberOf(one, 'Action') ?? memberOf(one, 'NotAction');
    const actions = action?.type === 'list' ? action.items : action ? [action] : [];
    return actions.some((item) => /^(?:kms:|\*$)/i.test(plainText(item) ?? ''));
  });
  return isOfKms ? 'key' : 'resource';
}

export interface PrintedPolicy {
  readonly text: string;
  readonly unresolved: readonly Unresolved[];
  /** Statements that nothing is known of, which the text is without. */
  readonly leftOut: readonly Unknown[];
}

/** The policy's JSON, two spaces to a level, as JSON.stringify has it. `source` is where it was found. */
export function printPolicy(policy: ObjectValue, source: string): PrintedPolicy {
  const leftOut: Unknown[] = [];
  const placeholders = new Placeholders(source);
  const text = printJson(complete(policy, leftOut), { text: placeholders.text, isPretty: true });
  return { text, unresolved: placeholders.unresolved, leftOut };
}

/** Gives whatever is unknown a form that the grammar of policies has at its place. */
function complete(policy: ObjectValue, leftOut: Unknown[]): ObjectValue {
  const statement = (value: Value): Value[] => {
    if (value.type === 'unknown') {
      if (!leftOut.some(({ at }) => at === value.at)) leftOut.push(value);
      return [];
    }
    return [value.type === 'object' ? mapMembers(value, completeElement) : value];
  };
  return mapMembers(policy, (name, value) => {
    if (name !== 'Statement') return value;
    if (value.type === 'list' || value.type === 'unknown') {
      return list((value.type === 'list' ? value.items : [value]).flatMap(statement));
    }
    return statement(value)[0] ?? value;
  });
}

/** A condition nobody knows must not be dropped: without it the statement would say more. This one is never met. */
const unknownBlock = (value: Unknown): ObjectValue => ({
  type: 'object',
  members: [{ name: textOf(value), value: textOf(value) }],
});

function completeElement(name: string, value: Value): Value {
  if (name === 'Principal' || name === 'NotPrincipal') {
    return value.type === 'unknown' ? object({ AWS: value }) : value;
  }
  if (name !== 'Condition') return value;
  if (value.type === 'unknown') return object({ StringEquals: unknownBlock(value) });
  return mapMembers(value, (_operator, block) => (block.type === 'unknown' ? unknownBlock(block) : block));
}

function mapMembers(value: ObjectValue, change: (name: string, value: Value) => Value): ObjectValue;
function mapMembers(value: Value, change: (name: string, value: Value) => Value): Value;
function mapMembers(value: Value, change: (name: string, value: Value) => Value): Value {
  if (value.type !== 'object') return value;
  return {
    type: 'object',
    members: value.members.map((member) => ({
      name: member.name,
      value: change(plainText(member.name) ?? '', member.value),
    })),
  };
}

/** Of one placeholder; nobody reads more, and hostile text has tens of thousands. */
const mostPlaces = 50;

/** Names what is not known, and keeps where each thing is. */
class Placeholders {
  private readonly names = new PlaceholderNames();
  private readonly found = new Map<string, Unresolved>();
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  get unresolved(): readonly Unresolved[] {
    return [...this.found.values()];
  }

  readonly text = (parts: Text['parts'], path: string): string =>
    parts.map((part) => this.part(part, path)).join('');

  private part(part: TextPart, path: string): string {
    if (typeof part === 'string') {
      // Placeholders of the text's own, from an earlier conversion or CloudFormation's dynamic references.
      for (const [whole, expression = ''] of part.matchAll(placeholderPattern)) {
        this.note(whole, expression, { path, line: lineAt(this.source, this.source.indexOf(whole)) });
      }
      return part;
    }
    if (part.type === 'json') return printJson(part.value, { text: this.text });
    const placeholder = this.names.nameOf(part.expression);
    this.note(placeholder, part.expression, { path, line: lineAt(this.source, part.at) });
    return placeholder;
  }

  private note(placeholder: string, expression: string, place: Unresolved['places'][number]): void {
    const places = this.found.get(placeholder)?.places ?? [];
    if (places.length >= mostPlaces || places.some((known) => known.path === place.path)) return;
    this.found.set(placeholder, { placeholder, expression, places: [...places, place] });
  }
}
