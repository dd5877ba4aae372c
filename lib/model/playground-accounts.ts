import type { PlaygroundWorld } from './playground.ts';

/** The accounts that ARNs speak of; the first is the key's. */
export function accountsOf(arns: readonly string[]): PlaygroundWorld['accounts'] {
  const ids = new Set(arns.map((arn) => arn.split(':')[4] ?? '').filter((id) => /^\d{12}$/.test(id)));
  return [...ids].map((id, index) => ({ id, name: index === 0 ? 'Key owner' : 'Other account' }));
}
