import type { TextEdit } from '../findings/types.ts';
import { parseJson } from '../policy/json.ts';
import { indentOf } from './complete/item.ts';
import type { Format } from './types.ts';

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

/**
 * Lays a policy out as the AWS console does, a member or item to a line, with the text's own indentation.
 * Only the white space between tokens is touched, so that nothing can get lost: order, duplicate members
 * and the spelling of every string stay.
 */
export function formatPolicy(text: string): Format {
  const { root, errors } = parseJson(text);
  if (root === null || errors.length > 0) return { ok: false, reason: 'notJson' };
  const unit = indentOf(text);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const edits: TextEdit[] = [];
  let depth = 0;
  let end = 0;
  let before = '';
  const gap = (start: number, wanted: string) => {
    if (text.slice(end, start) !== wanted) edits.push({ range: { start: end, end: start }, text: wanted });
  };
  const line = () => newline + unit.repeat(depth);
  for (const { 0: now, index } of text.matchAll(token)) {
    const closes = now === '}' || now === ']';
    const opened = before === '{' || before === '[';
    if (closes) depth--;
    if (before === '') gap(index, '');
    else if (closes ? opened : now === ',' || now === ':') gap(index, '');
    else if (before === ':') gap(index, ' ');
    else gap(index, line());
    if (now === '{' || now === '[') depth++;
    before = now;
    end = index + now.length;
  }
  // A newline at the end is nobody's concern.
  if (!/^\s*$/.test(text.slice(end))) return { ok: false, reason: 'notJson' };
  return { ok: true, edits };
}
