/* Strings of HCL: quoted ones, heredocs, and what is put in by `${…}` and `%{…}`. */
import type { Cursor } from './cursor.ts';
import type { Expression, Piece } from './syntax.ts';

/** A string in double quotes, of which the first is next. */
export function quotedTemplate(cursor: Cursor): Expression {
  const from = cursor.at;
  cursor.at++;
  const pieces = new TemplateReader(cursor, '"').read();
  if (!cursor.takes('"')) cursor.fail();
  return { type: 'template', pieces, from, to: cursor.at };
}

/** A heredoc, of which the marker is next: the lines up to the one that has the marker's word alone. */
export function heredocTemplate(cursor: Cursor): Expression {
  const from = cursor.at;
  cursor.at += 2;
  const isIndented = cursor.takes('-');
  const word = cursor.word();
  cursor.skipTo('\n');
  const start = Math.min(cursor.at + 1, cursor.end);
  const [last, after] = endOfHeredoc(cursor, start, word);
  const pieces = new TemplateReader(cursor.over(start, last), '').read();
  cursor.at = after;
  return { type: 'heredoc', pieces, isIndented, from, to: after };
}

/** Where the lines end, and where the closing word does. */
function endOfHeredoc(cursor: Cursor, start: number, word: string): readonly [number, number] {
  for (let line = start; line < cursor.end && word !== ''; ) {
    const found = cursor.text.indexOf('\n', line);
    const end = found < 0 || found > cursor.end ? cursor.end : found;
    if (cursor.text.slice(line, end).trim() === word) return [line, end];
    line = end + 1;
  }
  cursor.fail();
  return [cursor.end, cursor.end];
}

/** `if`, `else`, … with what it carries. */
interface Directive {
  readonly word: string;
  readonly names: readonly string[];
  readonly expression?: Expression;
  readonly from: number;
  readonly to: number;
}

class TemplateReader {
  private readonly cursor: Cursor;
  /** What ends the string; empty for the end of the text. */
  private readonly close: '"' | '';
  /** The marker before had `~`: blanks after it go. */
  private trimsNext = false;

  constructor(cursor: Cursor, close: '"' | '') {
    this.cursor = cursor;
    this.close = close;
  }

  read(): readonly Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      const { pieces: more, end } = this.readPieces();
      pieces.push(...more);
      // A directive that closes nothing.
      if (!end) return pieces;
      this.cursor.errors.push(end.from);
    }
  }

  /** Pieces up to the end of the string or a directive that does not begin anything. */
  private readPieces(): { readonly pieces: readonly Piece[]; readonly end: Directive | null } {
    const { cursor } = this;
    const pieces: Piece[] = [];
    while (!cursor.isDone && !(this.close !== '' && cursor.sees(this.close))) {
      if (cursor.sees('${')) pieces.push(this.readGap(pieces));
      else if (cursor.sees('%{')) {
        const directive = this.readDirective(pieces);
        if (directive.word !== 'if' && directive.word !== 'for') return { pieces, end: directive };
        pieces.push(
          cursor.nested(
            () => this.readBlock(directive),
            () => ({ type: 'text', written: '' }),
          ),
        );
      } else {
        const before = cursor.at;
        pieces.push(this.readText());
        // A quoted string does not go over the end of a line.
        if (cursor.at === before) return { pieces, end: null };
      }
    }
    return { pieces, end: null };
  }

  private readText(): Piece {
    const { cursor } = this;
    const start = cursor.at;
    while (!cursor.isDone && !cursor.sees('${') && !cursor.sees('%{')) {
      if (cursor.sees('$${') || cursor.sees('%%{')) cursor.at += 3;
      else if (this.close === '') cursor.at++;
      else if (cursor.char === this.close || cursor.char === '\n') break;
      else cursor.at = Math.min(cursor.at + (cursor.char === '\\' ? 2 : 1), cursor.end);
    }
    const written = cursor.text.slice(start, cursor.at);
    const trimmed = this.trimsNext ? written.trimStart() : written;
    this.trimsNext = false;
    return { type: 'text', written: trimmed };
  }

  /** The beginning of a gap or directive: `~` takes the blanks away that stand before it. */
  private open(pieces: Piece[]): number {
    const from = this.cursor.at;
    this.cursor.at += 2;
    const last = pieces.at(-1);
    if (this.cursor.takes('~') && last?.type === 'text') {
      pieces[pieces.length - 1] = { type: 'text', written: last.written.trimEnd() };
    }
    return from;
  }

  private closeGap(): number {
    const { cursor } = this;
    cursor.skip(true);
    this.trimsNext = cursor.takes('~');
    if (!cursor.takes('}')) {
      cursor.fail();
      cursor.skipTo('}');
      cursor.at = Math.min(cursor.at + 1, cursor.end);
    }
    return cursor.at;
  }

  private readGap(pieces: Piece[]): Piece {
    const from = this.open(pieces);
    const expression = this.cursor.expression(this.cursor, true);
    return { type: 'gap', expression, from, to: this.closeGap() };
  }

  private readDirective(pieces: Piece[]): Directive {
    const { cursor } = this;
    const from = this.open(pieces);
    cursor.skip(true);
    const word = cursor.word();
    const names = word === 'for' ? forNames(cursor, true) : [];
    const expression = word === 'if' || word === 'for' ? cursor.expression(cursor, true) : undefined;
    return { word, names, ...(expression && { expression }), from, to: this.closeGap() };
  }

  private readBlock({ word, names, expression, from, to }: Directive): Piece {
    const { cursor } = this;
    const broken: Expression = { type: 'broken', from, to };
    const { pieces: body, end } = this.readPieces();
    if (word === 'for') {
      if (end?.word !== 'endfor') cursor.fail();
      return { type: 'for', names, over: expression ?? broken, body, from, to: cursor.at };
    }
    const otherwise = end?.word === 'else' ? this.readPieces() : { pieces: [], end };
    if (otherwise.end?.word !== 'endif') cursor.fail();
    return {
      type: 'if',
      condition: expression ?? broken,
      yes: body,
      no: otherwise.pieces,
      from,
      to: cursor.at,
    };
  }
}

/** `x in` or `k, v in`. */
export function forNames(cursor: Cursor, isFlat: boolean): readonly string[] {
  const names: string[] = [];
  do {
    cursor.skip(isFlat);
    names.push(cursor.word());
    cursor.skip(isFlat);
  } while (cursor.takes(','));
  if (cursor.seesWord('in')) cursor.word();
  else cursor.fail();
  return names;
}
