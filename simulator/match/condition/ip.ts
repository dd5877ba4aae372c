import { never, type ValueCompiler } from './value-test.ts';

export const compileIp: ValueCompiler = (written) => {
  const range = readRange(written);
  if (range === null) return never;
  return (found) => {
    const address = readAddress(found.trim());
    return address !== null && contains(range, address);
  };
};

interface IpRange {
  /** 16-bit groups: two for IPv4, eight for IPv6. */
  readonly address: readonly number[];
  readonly bits: number;
}

/** Reads `203.0.113.0/24`, `2001:db8::/32`, or a single address. */
export function readRange(text: string): IpRange | null {
  const [host = '', mask, ...rest] = text.trim().split('/');
  const address = readAddress(host);
  if (address === null || rest.length > 0) return null;
  const width = address.length * 16;
  if (mask === undefined) return { address, bits: width };
  if (!/^\d{1,3}$/.test(mask) || Number(mask) > width) return null;
  return { address, bits: Number(mask) };
}

function contains({ address, bits }: IpRange, found: readonly number[]): boolean {
  if (found.length !== address.length) return false;
  for (let i = 0, left = bits; i < address.length && left > 0; i++, left -= 16) {
    const shift = Math.max(0, 16 - left);
    if ((address[i] ?? 0) >>> shift !== (found[i] ?? 0) >>> shift) return false;
  }
  return true;
}

function readAddress(text: string): readonly number[] | null {
  return text.includes(':') ? readIpv6(text) : readIpv4(text);
}

function readIpv4(text: string): readonly number[] | null {
  const bytes = text.split('.').map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  const [a = 256, b = 256, c = 256, d = 256] = bytes;
  if (bytes.length !== 4 || bytes.some((byte) => byte > 255)) return null;
  return [a * 256 + b, c * 256 + d];
}

function readIpv6(text: string): readonly number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map(readGroups);
  if (head === undefined || head === null || tail === null) return null;
  if (tail === undefined) return head.length === 8 ? head : null;
  const missing = 8 - head.length - tail.length;
  return missing < 1 ? null : [...head, ...new Array<number>(missing).fill(0), ...tail];
}

/** The groups of one side of `::`; a dotted IPv4 ending counts as two. */
function readGroups(text: string): readonly number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  for (const part of text.split(':')) {
    const dotted = part.includes('.') ? readIpv4(part) : null;
    if (dotted) groups.push(...dotted);
    else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}
