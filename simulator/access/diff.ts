import { prepareAuthorizer } from '../authorize/authorize.ts';
import type { AccessRequest, Authorizer, Environment } from '../authorize/types.ts';
import { parseAction } from '../match/action.ts';
import { parseCaller } from '../match/caller.ts';
import { type Explorer, prepareExplorer } from './candidates.ts';
import { type Asker, type Facts, noFacts, withFacts } from './facts.ts';
import { allActions, refusals } from './matrix.ts';
import { askedPrincipals, knownPrincipals, withAssumed, withKeyArn } from './principals.ts';
import { changesBetween } from './relevance.ts';
import type { AccessChange, AccessDiff, AccessQuestion, ChangedAction, KnownPrincipal } from './types.ts';

/** Allowed after and not before, or the other way round. */
type Direction = 'gains' | 'losses';

/**
 * Who gains and who loses access by a change. Every gain and loss comes with a request that was decided
 * on both sides. Access under conditions is looked for in requests that meet, or miss, the conditions of
 * the policies; what was not tried is named.
 */
export function compareAccess(
  before: Environment,
  after: Environment,
  question: AccessQuestion = {},
): AccessDiff {
  const worlds = [withKeyArn(before), withKeyArn(after)] as const;
  const known = question.principals
    ? askedPrincipals(question.principals)
    : knownPrincipals(worlds, { roots: true });
  const principals = withOthers(known, question.also ?? []);
  const [left, right] = worlds.map((world) => prepareAuthorizer(withAssumed(world, principals)));
  if (left === undefined || right === undefined) throw new Error('two worlds make two authorizers');
  const [{ key: oldKey }, { key: newKey }] = worlds;
  const notes = [...refusals(left, oldKey.arn), ...refusals(right, newKey.arn)];
  if (notes.length > 0) return { gains: [], losses: [], unexplored: [], notes };
  const comparison = new Comparison(left, right, prepareExplorer(worlds), newKey.arn);
  const matters = changesBetween(...worlds);
  for (const principal of principals) {
    const caller = parseCaller(principal.principal);
    if (caller === null) continue;
    for (const name of question.actions ?? allActions) {
      const action = parseAction(name);
      if (action === null) continue;
      const asker = { principal, caller, action, environment: worlds[1] };
      if (matters(asker)) comparison.look(asker);
    }
  }
  return comparison.result();
}

function withOthers(known: readonly KnownPrincipal[], also: readonly string[]): readonly KnownPrincipal[] {
  const names = new Set(known.map(({ principal }) => principal));
  const roles = new Set(
    known
      .map(({ principal }) => parseCaller(principal))
      .map((caller) => `${caller?.account} ${caller?.roleArn && caller.name}`),
  );
  const others = also.filter((name) => {
    const caller = parseCaller(name);
    return (
      caller !== null &&
      !names.has(name) &&
      !(caller.roleArn && roles.has(`${caller.account} ${caller.name}`))
    );
  });
  return [...known, ...askedPrincipals(others)];
}

class Comparison {
  private readonly left: Authorizer;
  private readonly right: Authorizer;
  private readonly explorer: Explorer;
  private readonly resource: string;
  private readonly found: Record<Direction, Map<string, OpenChange>> = {
    gains: new Map(),
    losses: new Map(),
  };

  constructor(left: Authorizer, right: Authorizer, explorer: Explorer, resource: string) {
    this.left = left;
    this.right = right;
    this.explorer = explorer;
    this.resource = resource;
  }

  /** Asks for one principal and action: plainly, then under conditions. */
  look(asker: Asker): void {
    const { principal, caller, action } = asker;
    const plain = { principal: principal.principal, action: action.full, resource: this.resource };
    const base = caller.account === null ? plain : withFacts(plain, this.explorer.base);
    const usual = this.direction(base);
    if (usual !== null) this.add(usual, principal, noFacts, base);
    const seen = new Set<string>();
    for (const facts of this.explorer.candidates(asker)) {
      const direction = this.direction(withFacts(base, facts));
      if (direction === null || direction === usual) continue;
      const needed = this.fewest(base, facts, direction);
      const key = JSON.stringify([...needed]);
      if (seen.has(key)) continue;
      seen.add(key);
      this.add(direction, principal, needed, withFacts(base, needed));
    }
  }

  private direction(request: AccessRequest): Direction | null {
    const before = this.left.decide(request) === 'Allowed';
    const after = this.right.decide(request) === 'Allowed';
    return before === after ? null : after ? 'gains' : 'losses';
  }

  /** Leaves out what does not matter. */
  private fewest(base: AccessRequest, facts: Facts, direction: Direction): Facts {
    let needed = facts;
    for (const key of facts.keys()) {
      const fewer = new Map([...needed].filter(([name]) => name !== key));
      if (fewer.size > 0 && this.direction(withFacts(base, fewer)) === direction) needed = fewer;
    }
    return needed;
  }

  private add(direction: Direction, principal: KnownPrincipal, facts: Facts, witness: AccessRequest): void {
    const conditions = Object.fromEntries(
      [...facts].map(([key, values]) => [key, values === null ? '' : values.join(', ')]),
    );
    const group = `${principal.principal} ${JSON.stringify(conditions)}`;
    const changes = this.found[direction];
    const change = changes.get(group) ?? { principal, conditions, actions: [] };
    changes.set(group, change);
    change.actions.push({ action: witness.action, witness });
  }

  result(): AccessDiff {
    return {
      gains: [...this.found.gains.values()],
      losses: [...this.found.losses.values()],
      unexplored: this.explorer.unexplored,
      notes: [],
    };
  }
}

interface OpenChange extends AccessChange {
  readonly actions: ChangedAction[];
}
