import type { CheckContext } from '../../context.ts';
import type { Hit } from '../../types.ts';

/** Sids that an earlier statement has. */
export function* repeatedSids({ statements }: CheckContext): Generator<Hit> {
  const seen = new Set<string>();
  for (const { statement } of statements) {
    const { sid } = statement;
    if (!sid || sid.value === '') continue;
    if (seen.has(sid.value)) yield { range: sid.range, data: { sid: sid.value } };
    seen.add(sid.value);
  }
}
