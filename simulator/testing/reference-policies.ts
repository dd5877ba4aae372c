import type { PolicyInput } from '../authorize/types.ts';
import type { PolicyKind } from '../policy/types.ts';
import { isRoleOf, type ReferenceCaller } from './reference-caller.ts';
import {
  conditionHolds,
  expander,
  fitsPattern,
  listOf,
  type ReferenceContext,
  resourceFits,
} from './reference-conditions.ts';

/** How a statement came to speak of the caller. */
export type Reach = 'exact' | 'role' | 'account' | 'everyone' | 'everyoneBounded' | 'attached';

export interface Match {
  readonly effect: 'Allow' | 'Deny';
  readonly reach: Reach;
}

export interface Question {
  readonly caller: ReferenceCaller;
  /** `kms:Decrypt`. */
  readonly action: string;
  readonly resource: string;
  readonly context: ReferenceContext;
}

type Element = Readonly<Record<string, unknown>>;

/** The statements, of policies of one kind, that speak of this question. */
export function matchesIn(
  kind: PolicyKind,
  policies: readonly (PolicyInput | null | undefined)[],
  question: Question,
): Match[] {
  return policies.flatMap((policy) => {
    const { version, statements } = read(policy);
    return statements.flatMap((statement) => matchOf(kind, version, statement, question) ?? []);
  });
}

function read(policy: PolicyInput | null | undefined): { version: unknown; statements: Element[] } {
  if (policy === null || policy === undefined) return { version: undefined, statements: [] };
  const text = typeof policy === 'string' ? policy : 'text' in policy ? policy.text : undefined;
  const value = (typeof text === 'string' ? parsed(text) : policy) as Element;
  const disabled = typeof policy === 'object' && 'text' in policy ? listOf(policy.disabled) : [];
  const statements = [value.Statement ?? []].flat() as Element[];
  return {
    version: value.Version,
    statements: statements.filter((_, index) => !disabled.includes(String(index))),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

function matchOf(kind: PolicyKind, version: unknown, statement: Element, question: Question): Match | null {
  const effect = statement.Effect;
  if (effect !== 'Allow' && effect !== 'Deny') return null;
  const context = visibleTo(kind, question.context);
  const expand = expander(version, context);
  const actionFits = (wanted: string) =>
    fitsPattern(expander(undefined, context)(wanted.toLowerCase()), question.action.toLowerCase());
  const fitsResource = (wanted: string) => resourceFits(expand(wanted), question.resource);
  if (!elementFits(statement, 'Action', actionFits)) return null;
  if (!elementFits(statement, 'Resource', fitsResource)) return null;
  if (!conditionHolds(statement.Condition, context, expand)) return null;
  if (tooManyAliases(statement, context)) return null;
  const reach = ['identity', 'scp', 'boundary', 'session'].includes(kind)
    ? 'attached'
    : reachOf(statement, question.caller);
  return reach && { effect, reach };
}

/** An element that is missing altogether makes the statement ineffective. */
function elementFits(statement: Element, name: string, fits: (wanted: string) => boolean): boolean {
  if (statement[name] !== undefined) return listOf(statement[name]).some(fits);
  const excluded = statement[`Not${name}`];
  return excluded !== undefined && !listOf(excluded).some(fits);
}

/** kms:ResourceAliases works in IAM policies only. */
function visibleTo(kind: PolicyKind, context: ReferenceContext): ReferenceContext {
  if (kind !== 'key') return context;
  return new Map([...context].filter(([key]) => key !== 'kms:resourcealiases'));
}

function tooManyAliases(statement: Element, context: ReferenceContext): boolean {
  return (
    (context.get('kms:resourcealiases')?.length ?? 0) > 50 &&
    conditionKeys(statement).includes('kms:resourcealiases')
  );
}

function conditionKeys(statement: Element): string[] {
  const block = (statement.Condition ?? {}) as Record<string, Element>;
  return Object.values(block).flatMap((keys) => Object.keys(keys).map((key) => key.toLowerCase()));
}

function reachOf(statement: Element, caller: ReferenceCaller): Reach | null {
  if (statement.NotPrincipal !== undefined) {
    const spared = entries(statement.NotPrincipal);
    return spared.some((entry) => entry.value === caller.arn) ? null : 'everyone';
  }
  const reaches = entries(statement.Principal).map((entry) => reachOfEntry(entry, caller));
  const order: Reach[] = ['exact', 'everyone', 'role', 'account'];
  const best = order.find((one) => reaches.includes(one)) ?? null;
  if (best !== 'everyone') return best;
  return conditionKeys(statement).includes('aws:principalarn') ? 'everyoneBounded' : 'everyone';
}

function entries(principal: unknown): { type: string; value: string }[] {
  if (typeof principal === 'string') return [{ type: 'AWS', value: principal }];
  return Object.entries((principal ?? {}) as Element).flatMap(([type, values]) =>
    listOf(values).map((value) => ({ type, value })),
  );
}

function reachOfEntry(entry: { type: string; value: string }, caller: ReferenceCaller): Reach | null {
  const { type, value } = entry;
  if (type === 'Service') return caller.kind === 'service' && value === caller.arn ? 'exact' : null;
  if (type !== 'AWS') return null;
  if (value === '*') return 'everyone';
  if (value === caller.account || value === `arn:aws:iam::${caller.account}:root`) return 'account';
  if (caller.kind === 'service') return null;
  if (caller.kind === 'session' && isRoleOf(value, caller)) return 'role';
  if (value !== caller.arn) return null;
  return caller.kind === 'role' ? 'role' : 'exact';
}
