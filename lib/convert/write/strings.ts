import type { Value } from '../value.ts';
import type { ExportProblem } from './types.ts';

type Plain =
  | { readonly ok: true; readonly isNormalized: boolean }
  | { readonly ok: false; readonly problems: readonly ExportProblem[] };

/** Whether all strings are characters that UTF-8 has, and whether they are in Unicode's form NFC. */
export function hasPlainStrings(value: Value): Plain {
  const all = stringsOf(value);
  const broken = all.find((text) => /\p{Surrogate}/u.test(text));
  if (broken !== undefined) {
    return { ok: false, problems: [{ code: 'LONE_SURROGATE', data: { text: JSON.stringify(broken) } }] };
  }
  return { ok: true, isNormalized: all.every((text) => text.normalize('NFC') === text) };
}

function stringsOf(value: Value): readonly string[] {
  switch (value.type) {
    case 'text':
      return value.parts.filter((part) => typeof part === 'string');
    case 'list':
      return value.items.flatMap(stringsOf);
    case 'object':
      return value.members.flatMap((member) => [...stringsOf(member.name), ...stringsOf(member.value)]);
    default:
      return [];
  }
}
