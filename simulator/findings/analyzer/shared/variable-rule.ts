/* Policy variables: where they are read, and what stands in them. */
import type { Located } from '../../../policy/types.ts';
import type { Hit } from '../../types.ts';
import { defineRule, everyKind } from './rule.ts';
import { conditionValues, listedOnce, resourcesOf } from './values.ts';

/** `${*}`, `${?}` and `${$}` stand for characters, not for what a request has. */
export const literals: ReadonlySet<string> = new Set(['*', '?', '$']);

/** Where variables are read: resources, and values of string and ARN operators. */
export const readValues = listedOnce(function* (context): Generator<Located<string>> {
  yield* resourcesOf(context);
  for (const { condition, located } of conditionValues(context)) {
    const { type } = condition.operator.row;
    if (type === 'String' || type === 'Arn') yield located;
  }
});

/** What stands inside each `${…}`; up to the next one, or the end, where it is not closed. */
export function insidesOf(value: string): readonly { readonly inside: string; readonly closed: boolean }[] {
  if (!value.includes('${')) return [];
  return value
    .split('${')
    .slice(1)
    .map((piece) => {
      // An opening brace before the next closing one: this one was forgotten.
      const close = piece.indexOf('}');
      return { inside: close < 0 ? piece : piece.slice(0, close), closed: close >= 0 };
    });
}

export const variableRule = <const Code extends string>(
  code: Code,
  look: (inside: string, located: Located<string>) => Hit | null,
) =>
  defineRule({
    code,
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const located of readValues(context)) {
        for (const { inside, closed } of insidesOf(located.value)) {
          const hit = closed && !literals.has(inside) ? look(inside, located) : null;
          if (hit !== null) yield hit;
        }
      }
    },
  });

export function nameOf(inside: string): string {
  const comma = inside.indexOf(',');
  return comma < 0 ? inside : inside.slice(0, comma);
}
