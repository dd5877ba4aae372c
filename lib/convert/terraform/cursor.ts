import type { Expression } from './syntax.ts';

/** Deeper than anybody writes; it keeps hostile text from exhausting the stack. */
const deepest = 150;

const blank = /[ \t\r\ufeff]+/y;
const identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

/** A place in a text that moves forward. Newlines end things in HCL, but not inside brackets: `isFlat`. */
export class Cursor {
  readonly text: string;
  at: number;
  /** Nothing is read from here on. */
  readonly end: number;
  readonly errors: number[];
  /** Reads an expression; strings have expressions inside them and expressions have strings. */
  readonly expression: (cursor: Cursor, isFlat: boolean) => Expression;
  private depth = 0;

  constructor(
    text: string,
    expression: Cursor['expression'],
    part: { readonly at: number; readonly end: number; readonly errors: number[] } = {
      at: 0,
      end: text.length,
      errors: [],
    },
  ) {
    this.text = text;
    this.expression = expression;
    this.at = part.at;
    this.end = part.end;
    this.errors = part.errors;
  }

  /** A cursor over a part of the text; its errors are this one's. */
  over(at: number, end: number): Cursor {
    return new Cursor(this.text, this.expression, { at, end, errors: this.errors });
  }

  get isDone(): boolean {
    return this.at >= this.end;
  }

  get char(): string {
    return this.at < this.end ? (this.text[this.at] ?? '') : '';
  }

  sees(what: string): boolean {
    return this.at + what.length <= this.end && this.text.startsWith(what, this.at);
  }

  /** Moves past `what` when it comes next. */
  takes(what: string): boolean {
    if (!this.sees(what)) return false;
    this.at += what.length;
    return true;
  }

  /** The identifier that comes next, which is passed; empty when none does. */
  word(): string {
    identifier.lastIndex = this.at;
    const word = this.isDone ? '' : (identifier.exec(this.text)?.[0] ?? '');
    this.at = Math.min(this.at + word.length, this.end);
    return word;
  }

  /** Whether a word comes next, and not only as the beginning of a longer one. */
  seesWord(what: string): boolean {
    const start = this.at;
    const word = this.word();
    this.at = start;
    return word === what;
  }

  /** Passes blanks and comments, and newlines where they mean nothing. */
  skip(isFlat: boolean): void {
    for (;;) {
      blank.lastIndex = this.at;
      if (blank.test(this.text)) this.at = Math.min(blank.lastIndex, this.end);
      if (this.sees('/*')) this.skipPast('*/');
      else if (this.sees('#') || this.sees('//')) this.skipTo('\n');
      else if (!isFlat || !this.takes('\n')) return;
    }
  }

  skipTo(mark: string): void {
    const found = this.text.indexOf(mark, this.at);
    this.at = found < 0 || found > this.end ? this.end : found;
  }

  private skipPast(mark: string): void {
    this.at += 2;
    this.skipTo(mark);
    this.at = Math.min(this.at + mark.length, this.end);
  }

  fail(): void {
    this.errors.push(Math.min(this.at, this.end));
  }

  /** Reads something that can hold itself; at the deepest level nothing more is read. */
  nested<T>(read: () => T, otherwise: () => T): T {
    if (this.depth >= deepest) {
      this.fail();
      this.at = this.end;
      return otherwise();
    }
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }
}
