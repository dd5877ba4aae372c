/*
 * Where the caret is in a policy: in which member of which object, and whether a name or a value belongs
 * there. Only the text before the caret is read (and a glance at what follows), since a policy that is
 * being typed is mostly broken after it.
 */
import type { TextRange } from '../policy/types.ts';

interface Frame {
  readonly type: 'object' | 'array';
  readonly start: number;
  /** Objects: the member that is being read. */
  name: string | null;
  expects: 'name' | 'colon' | 'value' | 'comma';
}

export interface Place {
  /** Names of the members, null for items of lists, from the document inwards. */
  readonly path: readonly (string | null)[];
  /** Where the objects and lists around the caret begin, outermost first. */
  readonly starts: readonly number[];
  readonly expects: 'name' | 'value';
  /** The string or word at the caret; empty where there is none. */
  readonly range: TextRange;
  /** What is written of it up to the caret, without its quotation mark. */
  readonly typed: string;
  readonly quoted: boolean;
  /** Where a comma is missing before it. */
  readonly missingComma: number | null;
  readonly commaFollows: boolean;
  /** A name that already has its colon. */
  readonly colonFollows: boolean;
}

const blank = /\s/;
const endsWord = /[\s",:{}[\]]/;

/** The place of the caret; null inside a comment, and where neither a name nor a value can stand. */
export function placeAt(text: string, offset: number): Place | null {
  return new Scanner(text, Math.max(0, Math.min(offset, text.length))).scan();
}

class Scanner {
  private readonly frames: Frame[] = [];
  private readonly text: string;
  private readonly offset: number;
  private at = 0;
  /** End of the last thing that is not a comma, where a comma could stand. */
  private lastEnd = 0;
  private rootRead = false;

  constructor(text: string, offset: number) {
    this.text = text;
    this.offset = offset;
  }

  scan(): Place | null {
    while (this.at < this.offset) {
      const character = this.text[this.at] ?? '';
      if (blank.test(character)) this.at++;
      else if (character === '/' && /[/*]/.test(this.text[this.at + 1] ?? '')) {
        if (!this.skipComment()) return null;
      } else if (character === '"' || !endsWord.test(character)) {
        const token = character === '"' ? this.string() : this.word();
        const inside = token.end > this.offset || (token.end === this.offset && !token.closed);
        if (inside) return this.place(token, character === '"');
        this.at = token.end;
        this.take(this.text.slice(token.start, token.end).replace(/^"|"$/g, ''));
      } else {
        this.punctuation(character);
        this.at++;
      }
    }
    return this.place({ start: this.offset, end: this.offset, closed: false }, false);
  }

  private get top(): Frame | undefined {
    return this.frames.at(-1);
  }

  /** False when the caret is in it. */
  private skipComment(): boolean {
    const close = this.text[this.at + 1] === '/' ? '\n' : '*/';
    const found = this.text.indexOf(close, this.at + 2);
    const end = found < 0 ? this.text.length + 1 : found + close.length;
    this.at = end;
    return end <= this.offset;
  }

  private string() {
    const start = this.at;
    let end = start + 1;
    while (end < this.text.length && !/["\n\r]/.test(this.text[end] ?? '')) {
      end += this.text[end] === '\\' ? 2 : 1;
    }
    end = Math.min(end, this.text.length);
    const closed = this.text[end] === '"';
    // A mark that opens the next string closes none: `"kms:De, "kms:Encrypt"`.
    const after = this.text.slice(end + 1).trimStart()[0] ?? '';
    if (closed && end >= this.offset && after !== '' && !/[,:{}[\]]/.test(after)) {
      return { start, end: this.endOfWord(this.offset), closed: false };
    }
    if (closed) return { start, end: end + 1, closed };
    if (this.offset <= end) return { start, end: this.endOfWord(Math.max(this.offset, start + 1)), closed };
    // Brackets at the end of the line are hardly part of a string that was never closed.
    const line = this.text.slice(start, end);
    return { start, end: start + Math.max(1, line.replace(/[\]},\s]+$/, '').length), closed };
  }

  private word() {
    const start = this.at;
    let end = this.endOfWord(start);
    const colon = this.text.indexOf(':', start);
    if (this.top?.type === 'object' && this.top.expects !== 'value' && colon >= 0) end = Math.min(end, colon);
    return { start, end, closed: false };
  }

  private endOfWord(from: number): number {
    let end = from;
    while (end < this.text.length && !endsWordInString(this.text[end] ?? '')) end++;
    return end;
  }

  /** A string or word has been passed. */
  private take(value: string): void {
    const { top } = this;
    this.lastEnd = this.at;
    if (top === undefined) this.rootRead = true;
    else if (top.type === 'array') top.expects = 'comma';
    else if (top.expects === 'value' && !this.isName()) top.expects = 'comma';
    else {
      top.name = value;
      top.expects = 'colon';
    }
  }

  /** Whether what was just passed has a colon after it. */
  private isName(): boolean {
    return /^\s*:/.test(this.text.slice(this.at, this.at + 200));
  }

  private punctuation(character: string): void {
    const { top } = this;
    switch (character) {
      case '{':
      case '[':
        if (top) top.expects = 'comma';
        else this.rootRead = true;
        this.frames.push({
          type: character === '{' ? 'object' : 'array',
          start: this.at,
          name: null,
          expects: character === '{' ? 'name' : 'value',
        });
        break;
      case '}':
      case ']': {
        const type = character === '}' ? 'object' : 'array';
        const index = this.frames.findLastIndex((frame) => frame.type === type);
        if (index >= 0) this.frames.length = index;
        this.lastEnd = this.at + 1;
        break;
      }
      case ',':
        if (top) top.expects = top.type === 'object' ? 'name' : 'value';
        break;
      default:
        if (top?.type === 'object') top.expects = 'value';
    }
  }

  /** Before the only value of a member, the end of that value: what is put in takes its place. */
  private endOfLoneValue(): number {
    const { top, text, offset } = this;
    if (top?.type !== 'object' || top.expects !== 'value') return offset;
    const value = /^[ \t]*(?:"(?:[^"\\\n]|\\.)*"|[^\s",:{}[\]]+)(?!\s*:)/.exec(text.slice(offset));
    return offset + (value?.[0].length ?? 0);
  }

  private place(token: TextRange & { readonly closed: boolean }, quoted: boolean): Place | null {
    const { top, text, offset } = this;
    if (top === undefined && (this.rootRead || text.slice(token.end).trim() !== '')) return null;
    const isBare = token.start === token.end;
    // Between a name and its colon, and before a value that is more than a string, nothing is missing.
    if (isBare && top?.expects === 'colon') return null;
    // Right behind a value comes a comma or a new line, and Enter must stay free for it.
    if (isBare && top?.expects === 'comma' && this.lastEnd === offset) return null;
    if (isBare && top?.type === 'object' && top.expects === 'value' && /^\s*[{[]/.test(text.slice(offset))) {
      return null;
    }
    const colonFollows = /^\s*:/.test(text.slice(token.end, token.end + 200));
    // A string with a colon behind it is a name, whatever is missing before it.
    const isName =
      top?.type === 'object' && (top.expects !== 'value' || (token.end > offset && colonFollows));
    const path = this.frames.map(({ type, name }) => (type === 'object' ? name : null));
    const end = isBare && !isName ? this.endOfLoneValue() : token.end;
    const next = text.slice(end).trimStart()[0] ?? '';
    const first = top !== undefined && this.lastEnd <= top.start;
    return {
      path: isName ? path.slice(0, -1) : path,
      starts: this.frames.map(({ start }) => start),
      expects: isName ? 'name' : 'value',
      range: { start: token.start, end },
      typed: text.slice(token.start + (quoted ? 1 : 0), offset),
      quoted,
      missingComma: !first && top?.expects === 'comma' ? this.lastEnd : null,
      commaFollows: next === ',' || next === '}' || next === ']' || next === '',
      colonFollows,
    };
  }
}

function endsWordInString(character: string): boolean {
  return /[\s",{}[\]]/.test(character);
}
