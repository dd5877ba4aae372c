/*
 * JSON text to a tree in which every node knows its characters. Unlike JSON.parse it goes on after
 * an error, because a policy is broken most of the time while it is being typed, and it keeps
 * duplicate members, which decide nothing in JSON.parse but are an error in a policy.
 */

export interface JsonString {
  readonly type: 'string';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface JsonMember {
  readonly name: JsonString;
  /** Null where the text ends, or goes on with another member, before a value. */
  readonly value: JsonNode | null;
  readonly start: number;
  readonly end: number;
}

export interface JsonObject {
  readonly type: 'object';
  readonly members: readonly JsonMember[];
  readonly start: number;
  readonly end: number;
}

export interface JsonArray {
  readonly type: 'array';
  readonly items: readonly JsonNode[];
  readonly start: number;
  readonly end: number;
}

export interface JsonScalar {
  readonly type: 'number' | 'boolean' | 'null';
  /** As written. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export type JsonNode = JsonObject | JsonArray | JsonString | JsonScalar;

export type JsonErrorReason =
  | 'empty'
  | 'unexpectedCharacter'
  | 'unterminatedString'
  | 'badEscape'
  | 'controlCharacter'
  | 'expectedName'
  | 'expectedColon'
  | 'expectedValue'
  | 'expectedComma'
  | 'trailingComma'
  | 'comment'
  | 'unclosed'
  | 'bareWord'
  | 'trailingText'
  | 'tooDeep';

export interface JsonError {
  readonly reason: JsonErrorReason;
  readonly start: number;
  readonly end: number;
}

export interface JsonTree {
  readonly root: JsonNode | null;
  readonly errors: readonly JsonError[];
}

/** A policy nests seven deep; this only keeps hostile text from exhausting the stack. */
const maximumDepth = 64;

/** More mistakes than anybody reads; without an end to them, hostile text makes one of every character. */
const maximumErrors = 500;

const Char = {
  tab: 9,
  newline: 10,
  return: 13,
  space: 32,
  quote: 34,
  apostrophe: 39,
  asterisk: 42,
  comma: 44,
  slash: 47,
  colon: 58,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  closeBrace: 125,
} as const;

const blank = /[ \t\r\n]+/y;

/** The inside of a string with nothing in it that needs a closer look: no quote, backslash or control character. */
const plainText = /[ !#-[\]-\uffff]*/y;

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Reads any text. Never throws; time and memory are linear in its length. */
export function parseJson(text: string): JsonTree {
  const reader = new Reader(text);
  return { root: reader.readDocument(), errors: reader.errors };
}

class Reader {
  readonly errors: JsonError[] = [];
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  readDocument(): JsonNode | null {
    this.skipBlank();
    if (this.at >= this.text.length) {
      this.fail('empty', 0, this.text.length);
      return null;
    }
    const root = this.readValue(0);
    this.skipBlank();
    if (this.at < this.text.length) this.fail('trailingText', this.at, this.text.length);
    return root;
  }

  private fail(reason: JsonErrorReason, start: number, end: number): void {
    if (this.errors.length >= maximumErrors) return;
    this.errors.push({ reason, start, end: Math.min(Math.max(end, start), this.text.length) });
  }

  private skipBlank(): void {
    for (;;) {
      // A pattern passes over indentation faster than a loop that has not been optimized yet.
      if (this.text.charCodeAt(this.at) <= Char.space) {
        blank.lastIndex = this.at;
        if (blank.test(this.text)) this.at = blank.lastIndex;
      }
      if (this.text.charCodeAt(this.at) !== Char.slash || !this.startsComment()) return;
      this.skipComment();
    }
  }

  private startsComment(): boolean {
    const next = this.text.charCodeAt(this.at + 1);
    return next === Char.slash || next === Char.asterisk;
  }

  private skipComment(): void {
    const start = this.at;
    const close = this.text.charCodeAt(start + 1) === Char.slash ? '\n' : '*/';
    const found = this.text.indexOf(close, start + 2);
    this.at = found < 0 ? this.text.length : found + close.length;
    this.fail('comment', start, close === '\n' && found >= 0 ? found : this.at);
  }

  private readValue(depth: number): JsonNode | null {
    const code = this.text.charCodeAt(this.at);
    if (code === Char.quote || code === Char.apostrophe) return this.readString();
    if (code === Char.openBrace || code === Char.openBracket) {
      if (depth >= maximumDepth) {
        this.fail('tooDeep', this.at, this.at + 1);
        this.at = this.text.length;
        return null;
      }
      return code === Char.openBrace ? this.readObject(depth) : this.readArray(depth);
    }
    return this.readWord();
  }

  private readObject(depth: number): JsonObject {
    const start = this.at++;
    const members: JsonMember[] = [];
    let comma = -1;
    for (;;) {
      this.skipBlank();
      const code = this.text.charCodeAt(this.at);
      if (Number.isNaN(code)) {
        this.fail('unclosed', start, start + 1);
        break;
      }
      if (code === Char.closeBrace) {
        if (comma >= 0) this.fail('trailingComma', comma, comma + 1);
        this.at++;
        break;
      }
      if (code === Char.closeBracket) {
        this.fail('unclosed', start, start + 1);
        break;
      }
      if (code === Char.comma) {
        this.fail('expectedName', this.at, this.at + 1);
        this.at++;
        continue;
      }
      if (members.length > 0 && comma < 0) this.fail('expectedComma', this.lastEnd(members), this.at);
      const member = this.readMember(depth);
      if (member) members.push(member);
      comma = this.readComma();
    }
    return { type: 'object', members, start, end: this.at };
  }

  private readMember(depth: number): JsonMember | null {
    const start = this.at;
    const name = this.readName();
    if (!name) return null;
    this.skipBlank();
    if (this.text.charCodeAt(this.at) !== Char.colon) {
      this.fail('expectedColon', name.start, name.end);
      return { name, value: null, start, end: name.end };
    }
    this.at++;
    this.skipBlank();
    const code = this.text.charCodeAt(this.at);
    if (Number.isNaN(code) || code === Char.comma || code === Char.closeBrace || code === Char.closeBracket) {
      this.fail('expectedValue', name.start, this.at);
      return { name, value: null, start, end: this.at };
    }
    const value = this.readValue(depth + 1);
    return { name, value, start, end: value?.end ?? this.at };
  }

  private readName(): JsonString | null {
    const code = this.text.charCodeAt(this.at);
    if (code === Char.quote || code === Char.apostrophe) return this.readString();
    const start = this.at;
    const word = this.takeWord();
    if (word === '') {
      this.fail('expectedName', start, start + 1);
      this.at = start + 1;
      return null;
    }
    this.fail('bareWord', start, this.at);
    return { type: 'string', value: word, start, end: this.at };
  }

  private readArray(depth: number): JsonArray {
    const start = this.at++;
    const items: JsonNode[] = [];
    let comma = -1;
    for (;;) {
      this.skipBlank();
      const code = this.text.charCodeAt(this.at);
      if (Number.isNaN(code)) {
        this.fail('unclosed', start, start + 1);
        break;
      }
      if (code === Char.closeBracket) {
        if (comma >= 0) this.fail('trailingComma', comma, comma + 1);
        this.at++;
        break;
      }
      if (code === Char.closeBrace) {
        this.fail('unclosed', start, start + 1);
        break;
      }
      if (code === Char.comma) {
        this.fail('expectedValue', this.at, this.at + 1);
        this.at++;
        continue;
      }
      if (items.length > 0 && comma < 0) this.fail('expectedComma', this.lastEnd(items), this.at);
      const item = this.readValue(depth + 1);
      if (item) items.push(item);
      comma = this.readComma();
    }
    return { type: 'array', items, start, end: this.at };
  }

  private lastEnd(nodes: readonly { readonly end: number }[]): number {
    return nodes.at(-1)?.end ?? this.at;
  }

  /** Position of the comma that follows, which is consumed, or -1. */
  private readComma(): number {
    this.skipBlank();
    if (this.text.charCodeAt(this.at) !== Char.comma) return -1;
    return this.at++;
  }

  private readString(): JsonString {
    const start = this.at;
    const quote = this.text.charCodeAt(start);
    if (quote === Char.apostrophe) this.fail('unexpectedCharacter', start, start + 1);
    else {
      plainText.lastIndex = start + 1;
      plainText.test(this.text);
      if (this.text.charCodeAt(plainText.lastIndex) === quote) {
        this.at = plainText.lastIndex + 1;
        return { type: 'string', value: this.text.slice(start + 1, this.at - 1), start, end: this.at };
      }
    }
    let value = '';
    let from = start + 1;
    let at = from;
    for (;;) {
      const code = this.text.charCodeAt(at);
      if (code === quote) {
        value += this.text.slice(from, at);
        this.at = at + 1;
        return { type: 'string', value, start, end: this.at };
      }
      if (Number.isNaN(code) || code === Char.newline || code === Char.return) {
        value += this.text.slice(from, at);
        this.fail('unterminatedString', start, at);
        this.at = at;
        return { type: 'string', value, start, end: at };
      }
      if (code === Char.backslash) {
        value += this.text.slice(from, at);
        const [piece, length] = this.readEscape(at);
        value += piece;
        at += length;
        from = at;
      } else {
        if (code < Char.space) this.fail('controlCharacter', at, at + 1);
        at++;
      }
    }
  }

  /** The character that an escape stands for, and how many characters it takes. */
  private readEscape(at: number): readonly [string, number] {
    const letter = this.text[at + 1] ?? '';
    const plain = escapes[letter];
    if (plain !== undefined) return [plain, 2];
    const digits = this.text.slice(at + 2, at + 6);
    if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(digits)) {
      return [String.fromCharCode(Number.parseInt(digits, 16)), 6];
    }
    this.fail('badEscape', at, at + 2);
    return letter === '' || letter === '\n' || letter === '\r' ? ['', 1] : [letter, 2];
  }

  private readWord(): JsonNode | null {
    const start = this.at;
    const word = this.takeWord();
    if (word === '') {
      this.fail('unexpectedCharacter', start, start + 1);
      this.at = start + 1;
      return null;
    }
    const end = this.at;
    if (word === 'true' || word === 'false') return { type: 'boolean', value: word, start, end };
    if (word === 'null') return { type: 'null', value: word, start, end };
    if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word)) {
      return { type: 'number', value: word, start, end };
    }
    this.fail('bareWord', start, end);
    return { type: 'string', value: word, start, end };
  }

  /** Takes characters up to the next one that has a meaning in JSON. */
  private takeWord(): string {
    const start = this.at;
    while (this.at < this.text.length && !endsWord(this.text.charCodeAt(this.at))) this.at++;
    return this.text.slice(start, this.at);
  }
}

function endsWord(code: number): boolean {
  return (
    code <= Char.space ||
    code === Char.quote ||
    code === Char.comma ||
    code === Char.colon ||
    code === Char.openBrace ||
    code === Char.closeBrace ||
    code === Char.openBracket ||
    code === Char.closeBracket
  );
}
