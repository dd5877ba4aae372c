import { describePolicyStatement, type NamedPrincipal } from '../explain/policy-statement.ts';
import { createContext, type StatementView } from '../findings/context.ts';
import { parseCaller } from '../match/caller.ts';
import type { PolicyKind, PrincipalEntry } from '../policy/types.ts';

/** A principal with what its name tells. */
export function named(entry: PrincipalEntry): NamedPrincipal {
  return { ...entry, caller: entry.type === 'AWS' ? parseCaller(entry.value) : null };
}

/** The statement around a place; null outside of those that could be read. */
export function statementAt(text: string, offset: number, kind: PolicyKind): StatementView | null {
  const { statements } = createContext(text, { kind });
  return statements.find(({ statement: { range } }) => range.start <= offset && offset <= range.end) ?? null;
}

/** A statement in one sentence. */
export function sentenceOf({ statement, clauses }: StatementView, kind: PolicyKind): string {
  const principals = statement.principal?.values.map(named) ?? [];
  return describePolicyStatement({ statement, principals, clauses }, kind);
}
