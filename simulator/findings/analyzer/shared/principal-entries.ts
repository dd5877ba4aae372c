/* Who is named in Principal and NotPrincipal, and what bounds a service. */
import type { PrincipalEntry } from '../../../policy/types.ts';
import type { CheckContext, StatementView } from '../../context.ts';

/** Every entry of Principal and NotPrincipal. */
export function* entriesOf({ statements }: CheckContext): Generator<PrincipalEntry> {
  for (const { statement } of statements) yield* statement.principal?.values ?? [];
}

const sourceKeys: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]);

export function isBoundToSource({ clauses }: StatementView): boolean {
  return clauses.some(({ key }) => sourceKeys.has(key));
}

export function servicesOf({ principals }: StatementView): readonly PrincipalEntry[] {
  return principals.filter(({ type }) => type === 'Service');
}
