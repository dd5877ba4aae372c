/* HCL's text to its blocks and arguments. */
import { Cursor } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';
import { quotedTemplate } from './parse-template.ts';
import { decodeQuoted } from './strings.ts';
import type { Argument, Block, Body, HclFile } from './syntax.ts';

/** Reads any text as HCL. Never throws: what is not HCL is passed over and its place noted. */
export function parseHcl(text: string): HclFile {
  const cursor = new Cursor(text, parseExpression);
  const body = readBody(cursor, false);
  return { text, body, errors: cursor.errors };
}

function readBody(cursor: Cursor, isInside: boolean): Body {
  const found: { arguments: Argument[]; blocks: Block[] } = { arguments: [], blocks: [] };
  for (;;) {
    cursor.skip(true);
    if (cursor.isDone || (isInside && cursor.char === '}')) return found;
    const before = cursor.at;
    readItem(cursor, found);
    cursor.skip(false);
    if (cursor.isDone || cursor.char === '\n' || (isInside && cursor.char === '}')) continue;
    cursor.fail();
    // Something else on the line: what follows on the next one may be readable again.
    cursor.skipTo('\n');
    if (cursor.at === before) cursor.at++;
  }
}

function readItem(cursor: Cursor, found: { arguments: Argument[]; blocks: Block[] }): void {
  const at = cursor.at;
  const name = cursor.word();
  if (name === '') return;
  cursor.skip(false);
  if (cursor.takes('=')) {
    found.arguments.push({ name, value: parseExpression(cursor, false), at });
    return;
  }
  const labels = readLabels(cursor);
  if (!cursor.takes('{')) return;
  const body = cursor.nested(
    () => readBody(cursor, true),
    () => ({ arguments: [], blocks: [] }),
  );
  if (!cursor.takes('}')) cursor.fail();
  found.blocks.push({ type: name, labels, body, at });
}

function readLabels(cursor: Cursor): readonly string[] {
  const labels: string[] = [];
  for (;;) {
    cursor.skip(false);
    const word = cursor.word();
    if (word !== '') labels.push(word);
    else if (cursor.char === '"') {
      const label = quotedTemplate(cursor);
      labels.push(decodeQuoted(cursor.text.slice(label.from + 1, label.to - 1)));
    } else return labels;
  }
}
