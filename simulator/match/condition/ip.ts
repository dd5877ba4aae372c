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

const dot = 46;
const zero = 48;
const nine = 57;

function readAddress(text: string): readonly number[] | null {
  return text.includes(':') ? readIpv6(text) : readIpv4(text);
}

/** Character by character, because many requests are asked for their address. */
function readIpv4(text: string): readonly number[] | null {
  let address = 0;
  let byte = 0;
  let digits = 0;
  let dots = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= zero && code <= nine && digits < 3) {
      byte = byte * 10 + code - zero;
      digits += 1;
    } else if (code === dot && digits > 0 && byte <= 255) {
      address = address * 256 + byte;
      byte = 0;
      digits = 0;
      dots += 1;
    } else return null;
  }
  if (dots !== 3 || digits === 0 || byte > 255) return null;
  address = address * 256 + byte;
  return [Math.floor(address / 65_536), address % 65_536];
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
