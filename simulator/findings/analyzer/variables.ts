/* Policy variables: whether they are written right, and where they are of use. */
import type { Located } from '../../policy/types.ts';
import type { CheckContext } from '../context.ts';
import { fixByReplacing } from '../fix.ts';
import type { Hit } from '../types.ts';
import { defineRule, everyKind } from './rule.ts';
import { actionsOf, conditionsOf, conditionValues, resourcesOf } from './values.ts';

/** `${*}`, `${?}` and `${$}` stand for characters, not for what a request has. */
const literals: ReadonlySet<string> = new Set(['*', '?', '$']);

/** Where variables are read: resources, and values of string and ARN operators. */
function* readValues(context: CheckContext): Generator<Located<string>> {
  yield* resourcesOf(context);
  for (const { condition, located } of conditionValues(context)) {
    const { type } = condition.operator.row;
    if (type === 'String' || type === 'Arn') yield located;
  }
}

/** What stands inside each `${…}`; the last may not be closed. */
function insidesOf(value: string): readonly { readonly inside: string; readonly closed: boolean }[] {
  const found = [];
  for (let open = value.indexOf('${'); open >= 0; open = value.indexOf('${', open + 2)) {
    const close = value.indexOf('}', open);
    // An opening brace before the next closing one: this one was forgotten.
    const next = value.indexOf('${', open + 2);
    const closed = close >= 0 && (next < 0 || close < next);
    found.push({ inside: value.slice(open + 2, closed ? close : undefined), closed });
  }
  return found;
}

const variableRule = <const Code extends string>(
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

function nameOf(inside: string): string {
  const comma = inside.indexOf(',');
  return comma < 0 ? inside : inside.slice(0, comma);
}

function hasVariable(value: string): boolean {
  return insidesOf(value).some(({ inside }) => !literals.has(inside));
}

export const variableRules = [
  defineRule({
    code: 'MISSING_BRACE_IN_VARIABLE',
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const located of readValues(context)) {
        const { value, range } = located;
        const open = insidesOf(value).filter(({ closed }) => !closed);
        if (open.length === 0) continue;
        // Only where nothing follows the name is it plain where the brace belongs.
        const plain = open.length === 1 && /\$\{[\w:/.-]+$/.test(value);
        yield { range, data: { value }, fixes: plain ? fixByReplacing(located, `${value}}`) : [] };
      }
    },
  }),
  variableRule('EMPTY_VARIABLE', (inside, { value, range }) =>
    inside.trim() === '' ? { range, data: { value } } : null,
  ),
  variableRule('UNSUPPORTED_SPACE_IN_VARIABLE', (inside, located) => {
    const name = nameOf(inside);
    if (name.trim() === '' || !/\s/.test(name)) return null;
    const without = located.value.replace(
      `\${${inside}}`,
      `\${${name.replace(/\s+/g, '')}${inside.slice(name.length)}}`,
    );
    return { range: located.range, data: { name }, fixes: fixByReplacing(located, without) };
  }),
  variableRule('MISSING_QUOTE_IN_VARIABLE', (inside, located) => {
    const name = nameOf(inside);
    if (name === inside) return null;
    const fallback = inside.slice(name.length + 1).trim();
    if (fallback.length > 1 && fallback.startsWith("'") && fallback.endsWith("'")) return null;
    const bare = fallback.replace(/^'|'$/g, '');
    const quoted = located.value.replace(`\${${inside}}`, `\${${name}, '${bare}'}`);
    return { range: located.range, data: { fallback }, fixes: fixByReplacing(located, quoted) };
  }),
  defineRule({
    code: 'INVALID_VARIABLE_FOR_OPERATOR',
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const { condition, located } of conditionValues(context)) {
        const { type } = condition.operator.row;
        if (type === 'String' || type === 'Arn' || !located.value.includes('${')) continue;
        yield {
          range: located.range,
          data: { value: located.value, operator: condition.clause.operator.value },
        };
      }
    },
  }),
  defineRule({
    code: 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const { value, range } of actionsOf(context)) {
        if (value.includes('${')) yield { range, data: { element: 'Action', value } };
      }
      for (const { statement } of context.statements) {
        for (const { value, range } of statement.principal?.values ?? []) {
          if (value.includes('${')) yield { range, data: { element: 'Principal', value } };
        }
      }
      for (const { clause } of conditionsOf(context)) {
        const { value, range } = clause.key;
        if (value.includes('${')) yield { range, data: { element: 'a condition key', value } };
      }
    },
  }),
  defineRule({
    code: 'VARIABLE_UNSUPPORTED_IN_VERSION',
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      if (context.version === '2012-10-17') return;
      for (const { value, range } of readValues(context)) {
        if (hasVariable(value)) yield { range, data: { value } };
      }
    },
  }),
] as const;
