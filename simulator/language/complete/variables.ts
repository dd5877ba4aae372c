/* Policy variables inside a string: `${aws:PrincipalTag/team}`. */
import { parseOperator } from '../../policy/operators.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { languageKeys } from '../condition-keys.ts';
import type { Slot } from '../slot.ts';
import type { Completion } from '../types.ts';
import { escapeSnippet, type Scene } from './item.ts';

/** Where AWS reads variables: resources, and values of string and ARN operators. */
function areRead(slot: Slot): boolean {
  if (slot.at === 'resource') return true;
  if (slot.at !== 'conditionValue') return false;
  const type = parseOperator(slot.operator)?.row.type;
  return type === 'String' || type === 'Arn';
}

/** Variables at the caret; null where none is being written. */
export function variableItems(scene: Scene, slot: Slot): readonly Completion[] | null {
  const { text, place, context } = scene;
  const open = place.typed.lastIndexOf('${');
  if (!place.quoted || open < 0 || place.typed.includes('}', open)) return null;
  const known = parsePolicy(text, context.kind).document?.version;
  if (!areRead(slot) || known === '2008-10-17') return [];
  const caret = place.range.start + 1 + place.typed.length;
  const start = place.range.start + 1 + open;
  const rest = /^(?:[\w:/.+=@-]*\})?/.exec(text.slice(caret))?.[0] ?? '';
  const range = { start, end: caret + rest.length };
  const variable = (name: string, documentation: string, rank: number): Completion => ({
    label: `\${${name}}`,
    kind: 'variable',
    insert: escapeSnippet(`\${${name}}`),
    range,
    edits: [],
    detail: 'policy variable',
    documentation,
    sort: `${String(rank).padStart(3, '0')} ${name.toLowerCase()}`,
    filter: `\${${name}}`,
  });
  const keys = languageKeys.filter(
    ({ multivalued, suffixed, deprecated }) => !multivalued && !suffixed && !deprecated,
  );
  return [
    ...keys.map(({ name, sentence, kms }) => variable(name, sentence, kms === null ? 0 : 1)),
    variable('aws:PrincipalTag/name', 'The value of a tag of the caller.', 0),
    ...['*', '?', '$'].map((character) => variable(character, `The character ${character} itself.`, 2)),
  ];
}
