import type { PolicyKind } from '../../../policy/types.ts';
import type { Rule } from '../../types.ts';

/** A rule that keeps its code's own name in its type. */
export function defineRule<const Code extends string>(rule: Rule & { readonly code: Code }): typeof rule {
  return rule;
}

export const everyKind = [
  'key',
  'identity',
  'scp',
  'rcp',
  'boundary',
  'session',
  'endpoint',
  'resource',
] as const satisfies readonly PolicyKind[];

/** Kinds that say who. */
export const kindsWithPrincipal = ['key', 'rcp', 'endpoint', 'resource'] as const;

/** Kinds written in IAM, where a Sid has letters and digits only and stands once. */
export const kindsOfIam = ['identity', 'boundary', 'session'] as const;
