import type { PolicyKind } from './types.ts';

const kindsWithPrincipal: ReadonlySet<PolicyKind> = new Set(['key', 'resource', 'endpoint', 'rcp']);

/** Kinds attached to a resource say who; kinds attached to an identity must not. */
export function hasPrincipal(kind: PolicyKind): boolean {
  return kindsWithPrincipal.has(kind);
}
