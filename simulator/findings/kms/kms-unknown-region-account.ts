import { optInRegions } from '../../catalog/opt-in-regions.ts';
import { accountOf } from '../context.ts';
import type { Rule } from '../types.ts';

/** A Region that accounts must switch on: principals of an account that has not are of no effect. */
export const kmsUnknownRegionAccount = {
  code: 'KMS_UNKNOWN_REGION_ACCOUNT',
  kinds: ['key'],
  severity: 'suggestion',
  *find({ statements, account, region }) {
    if (account === null || region === null || !optInRegions.includes(region)) return;
    const told = new Set<string>();
    for (const { allow, principals } of statements) {
      for (const { type, value, range } of principals) {
        const other = allow && type === 'AWS' ? accountOf(value) : null;
        if (other === null || other === account || told.has(other)) continue;
        told.add(other);
        yield { range, data: { account: other, region } };
      }
    }
  },
} as const satisfies Rule;
