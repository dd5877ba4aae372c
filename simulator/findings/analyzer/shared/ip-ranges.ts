/* Ranges of addresses, cut to their bits. */
import type { readRange } from '../../../match/condition/ip.ts';

export type IpRange = NonNullable<ReturnType<typeof readRange>>;

export function masked({ address, bits }: IpRange): readonly number[] {
  return address.map((group, index) => {
    const left = Math.min(16, Math.max(0, bits - index * 16));
    return group & (0xffff << (16 - left)) & 0xffff;
  });
}
