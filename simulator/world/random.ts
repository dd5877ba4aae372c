/*
 * Randomness that a seed decides: the same seed and label give the same bytes everywhere, so that a world can be
 * replayed. xoshiro128** is fast and even, and not fit for real keys; nothing here protects real data.
 */

/*
 * Ids are made of character codes, all at once: a text that grows by pieces takes longer, and is kept as its pieces,
 * many times its size, in a long trail.
 */

/** Character codes of the hexadecimal digits. */
const digits = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const hyphen = 0x2d;

/** A stream of bytes with a name. */
export class Random {
  private readonly state: Uint32Array;

  constructor(seed: string, label: string) {
    this.state = mix(`${seed}\u0000${label}`);
    for (let i = 0; i < 8; i++) this.next();
  }

  /** Bound, so that it can be handed on as a function. */
  readonly bytes = (length: number): Uint8Array => {
    const made = new Uint8Array(length);
    for (let i = 0; i < length; i += 4) {
      let word = this.next();
      for (let j = i; j < i + 4 && j < length; j++) {
        made[j] = word & 0xff;
        word >>>= 8;
      }
    }
    return made;
  };

  /** So many bytes in hexadecimal digits. */
  hex(bytes: number): string {
    const codes: number[] = [];
    for (let i = 0; i < bytes; i += 4) {
      const word = this.next();
      for (let shift = 28; shift >= 0 && codes.length < 2 * bytes; shift -= 4) {
        codes.push(digits[(word >>> shift) & 0xf] ?? 0);
      }
    }
    return String.fromCharCode(...codes);
  }

  /** A version 4 UUID. */
  uuid(): string {
    const bytes = this.bytes(16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const codes: number[] = [];
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] ?? 0;
      if (i === 4 || i === 6 || i === 8 || i === 10) codes.push(hyphen);
      codes.push(digits[byte >>> 4] ?? 0, digits[byte & 0xf] ?? 0);
    }
    return String.fromCharCode(...codes);
  }

  private next(): number {
    const s = this.state;
    const [a = 0, b = 0, c = 0, d = 0] = s;
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const third = c ^ a;
    const fourth = d ^ b;
    s[1] = b ^ third;
    s[0] = a ^ fourth;
    s[2] = third ^ (b << 9);
    s[3] = rotate(fourth, 11);
    return result;
  }
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** Four words from a text (FNV-1a from four bases, finished with the mixing steps of MurmurHash3). */
function mix(text: string): Uint32Array {
  const words = Uint32Array.of(0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    for (let j = 0; j < 4; j++) words[j] = Math.imul((words[j] ?? 0) ^ (code + j), 0x01000193);
  }
  for (let j = 0; j < 4; j++) {
    let word = (words[j] ?? 0) ^ (words[(j + 1) % 4] ?? 0);
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    words[j] = word ^ (word >>> 16);
  }
  return words;
}
