/* Strings with gaps: quoted ones, heredocs, and the directives `%{ if }` and `%{ for }` in them. */
import { partsOf, type TextPart, textOf, unknown, type Value } from '../value.ts';
import { type Scope, withNames } from './scope.ts';
import { decodeHeredoc, decodeQuoted } from './strings.ts';
import type { Expression, Piece } from './syntax.ts';

type Decode = (written: string) => string;
type PieceOf<Type extends Piece['type']> = Extract<Piece, { readonly type: Type }>;

/** A quoted string. One that is nothing but a gap is the gap's value, whatever its type. */
export function template(pieces: readonly Piece[], scope: Scope): Value {
  const [only, ...rest] = pieces;
  if (only?.type === 'gap' && rest.length === 0) return scope.evaluate(only.expression, scope);
  return textOf(...readPieces(pieces, scope, decodeQuoted));
}

/** A heredoc; `<<-` takes away the indentation that all lines have. */
export function heredoc(
  { pieces, isIndented }: Extract<Expression, { readonly type: 'heredoc' }>,
  scope: Scope,
): Value {
  const parts = readPieces(isIndented ? dedent(pieces) : pieces, scope, decodeHeredoc);
  return textOf(...parts);
}

function dedent(pieces: readonly Piece[]): readonly Piece[] {
  const lines = pieces.map((piece) => (piece.type === 'text' ? piece.written : 'x')).join('');
  const widths = Array.from(`\n${lines}`.matchAll(/\n([ \t]*)(?=[^\s])/g), ([, blank = '']) => blank.length);
  const width = widths.length === 0 ? 0 : Math.min(...widths);
  const lineStart = new RegExp(`(^|\\n)[ \\t]{${width}}`, 'g');
  const later = new RegExp(`(\\n)[ \\t]{${width}}`, 'g');
  return pieces.map((piece, index) =>
    piece.type === 'text'
      ? { ...piece, written: piece.written.replace(index === 0 ? lineStart : later, '$1') }
      : piece,
  );
}

function readPieces(pieces: readonly Piece[], scope: Scope, decode: Decode): readonly TextPart[] {
  return pieces.flatMap((piece) => readPiece(piece, scope, decode));
}

function readPiece(piece: Piece, scope: Scope, decode: Decode): readonly TextPart[] {
  switch (piece.type) {
    case 'text':
      return [decode(piece.written)];
    case 'gap':
      return readGap(piece, scope);
    case 'if':
      return readIf(piece, scope, decode);
    case 'for':
      return readFor(piece, scope, decode);
  }
}

function readGap({ expression }: PieceOf<'gap'>, scope: Scope): readonly TextPart[] {
  const { from, to } = expression;
  const whole = () => unknown(scope.module.text.slice(from, to), from);
  return partsOf(scope.evaluate(expression, scope)) ?? [whole()];
}

function readIf(piece: PieceOf<'if'>, scope: Scope, decode: Decode): readonly TextPart[] {
  const { condition } = piece;
  const met = scope.evaluate(condition, scope);
  if (met.type === 'scalar') return readPieces(met.written === 'true' ? piece.yes : piece.no, scope, decode);
  const text = scope.module.text.slice(condition.from, condition.to);
  scope.assumptions.add('CONDITION_TAKEN', text, '', piece.from);
  return readPieces(piece.yes, scope, decode);
}

/** Over a list that is not known, what is repeated stands once, with the name that goes over the list unknown. */
function readFor(
  { names, over, body, from }: PieceOf<'for'>,
  scope: Scope,
  decode: Decode,
): readonly TextPart[] {
  const items = scope.evaluate(over, scope);
  const name = names.at(-1) ?? '';
  if (items.type === 'list') {
    return items.items.flatMap((item) => readPieces(body, withNames(scope, { [name]: item }), decode));
  }
  scope.assumptions.add('SHOWN_ONCE', scope.module.text.slice(over.from, over.to), '', from);
  return readPieces(body, scope, decode);
}
