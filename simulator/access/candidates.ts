/*
 * Requests worth trying for a principal and an action: those that meet, or miss, the conditions of
 * the statements that speak of them.
 */
import type { Environment, Grant } from '../authorize/types.ts';
import { parseCaller } from '../match/caller.ts';
import type { ConditionClause } from '../policy/types.ts';
import { addressOutside, type Choices, choicesToMeet, choicesToMiss } from './clause-facts.ts';
import { type Asker, bringable, type Facts, grantTokenFact, merged, noFacts } from './facts.ts';
import { type ReadyStatement, readyStatements, speaksOf } from './statements.ts';
import type { Unexplored } from './types.ts';

export interface Explorer {
  /** What every request brings, so that conditions on it are not simply without a value. */
  readonly base: Facts;
  /** Sets of facts to try for an asker, besides none. */
  candidates(asker: Asker): readonly Facts[];
  readonly unexplored: readonly Unexplored[];
}

const waysPerStatement = 24;
const triesPerCell = 160;

/** Prepares the search over all conditions of the environments. */
export function prepareExplorer(environments: readonly Environment[]): Explorer {
  const statements = new Map<string, ReadyStatement>();
  for (const environment of environments) {
    for (const [name, statement] of readyStatements(environment)) {
      if (statement.clauses.length > 0) statements.set(name, statement);
    }
  }
  const grants = environments.flatMap((environment) => environment.grants ?? []);
  return new StatementExplorer([...statements.values()], grants);
}

class StatementExplorer implements Explorer {
  readonly base: Facts;
  private readonly statements: readonly ReadyStatement[];
  private readonly grants: readonly Grant[];
  private readonly notes = new Map<string, Unexplored>();

  constructor(statements: readonly ReadyStatement[], grants: readonly Grant[]) {
    this.statements = statements;
    this.grants = grants.filter(({ constraints, pending }) => constraints !== undefined || pending);
    const ranges = statements
      .flatMap(({ clauses }) => clauses)
      .filter(({ key }) => key.value.toLowerCase() === 'aws:sourceip')
      .flatMap(({ values }) => values.map(({ value }) => value));
    this.base = ranges.length === 0 ? noFacts : new Map([['aws:SourceIp', [addressOutside(ranges)]]]);
  }

  get unexplored(): readonly Unexplored[] {
    return [...this.notes.values()];
  }

  candidates(asker: Asker): readonly Facts[] {
    const speaking = this.statements.filter((statement) => speaksOf(statement, asker));
    const grants = this.grants.filter((grant) => mayServe(grant, asker));
    if (speaking.length === 0 && grants.length === 0) return [];
    const openings: Facts[] = [noFacts, ...grants.map(factsOfGrant)];
    const closings: Facts[] = [noFacts];
    let escaped: Facts = noFacts;
    for (const statement of speaking) {
      const met = this.ways(statement.clauses, asker);
      if (!statement.deny) openings.push(...met);
      else {
        const missed = statement.clauses.flatMap((clause) =>
          this.single(clause, choicesToMiss(clause), asker),
        );
        closings.push(...met, ...missed);
        escaped = (missed[0] && merged(escaped, missed[0])) ?? escaped;
      }
    }
    closings.splice(1, 0, escaped);
    return this.combined(openings, closings);
  }

  private combined(openings: readonly Facts[], closings: readonly Facts[]): readonly Facts[] {
    const found = new Map<string, Facts>();
    for (const opening of openings) {
      for (const closing of closings) {
        const facts = merged(opening, closing);
        if (facts === null || facts.size === 0) continue;
        if (found.size >= triesPerCell) {
          this.tell({ key: '*', operator: '*', values: [], reason: 'tooMany' });
          return [...found.values()];
        }
        found.set(JSON.stringify([...facts]), facts);
      }
    }
    return [...found.values()];
  }

  /** Ways to meet all clauses: each with its first choice, and one after the other with the rest. */
  private ways(clauses: readonly ConditionClause[], asker: Asker): readonly Facts[] {
    const all: (readonly Facts[])[] = [];
    for (const clause of clauses) {
      if (this.isSettled(clause, asker)) continue;
      const ways = this.single(clause, choicesToMeet(clause), asker);
      if (ways.length === 0) return [];
      all.push(ways);
    }
    const join = (picked: readonly Facts[]) =>
      picked.reduce<Facts | null>((sum, facts) => (sum === null ? null : merged(sum, facts)), noFacts);
    const found: Facts[] = [];
    const first = all.map(([way = noFacts]) => way);
    all.forEach((ways, i) => {
      for (const way of ways.slice(i === 0 ? 0 : 1)) {
        const facts = join(first.map((facts, j) => (i === j ? way : facts)));
        if (facts !== null && facts.size > 0 && found.length < waysPerStatement) found.push(facts);
      }
    });
    return found;
  }

  /** A clause that the caller or the key decides, whatever the request brings: the authorizer knows the answer. */
  private isSettled(clause: ConditionClause, asker: Asker): boolean {
    const can = bringable(clause.key.value, asker);
    if (can === 'keyFact') this.note(clause, 'keyFact');
    return can !== 'yes';
  }

  private single(clause: ConditionClause, choices: Choices, asker: Asker): readonly Facts[] {
    const key = clause.key.value;
    if (bringable(key, asker) !== 'yes') return [];
    if (choices.length === 0) {
      this.note(clause, clause.values.some(({ value }) => value.includes('${')) ? 'variable' : 'value');
    }
    return choices.map((value): Facts => new Map([[key, value === null ? null : [value]]]));
  }

  private note({ key, operator, values }: ConditionClause, reason: Unexplored['reason']): void {
    this.tell({ key: key.value, operator: operator.value, values: values.map(({ value }) => value), reason });
  }

  private tell(note: Unexplored): void {
    this.notes.set(JSON.stringify(note), note);
  }
}

function mayServe(
  { operations, granteePrincipal, granteeServicePrincipal }: Grant,
  { caller, action }: Asker,
): boolean {
  const grantee = parseCaller(granteeServicePrincipal ?? granteePrincipal ?? '');
  if (grantee === null || !operations.includes(action.name)) return false;
  return grantee.account === caller.account && (grantee.kind === 'root' || grantee.name === caller.name);
}

/** What a request must bring for the grant to serve it. */
export function factsOfGrant(grant: Grant): Facts {
  const facts = new Map<string, readonly string[]>();
  const { EncryptionContextEquals, EncryptionContextSubset, SourceArn } = grant.constraints ?? {};
  for (const [name, value] of Object.entries(EncryptionContextEquals ?? EncryptionContextSubset ?? {})) {
    facts.set(`kms:EncryptionContext:${name}`, [value]);
  }
  if (SourceArn !== undefined) {
    facts.set('aws:SourceArn', [SourceArn]);
    if (grant.granteeServicePrincipal === undefined) facts.set('aws:ViaAWSService', ['true']);
  }
  if (grant.pending) facts.set(grantTokenFact, [grant.grantToken ?? grant.grantId]);
  return facts;
}
