/* Condition operators, alone or together with a key that asks for them. */
import { conditionOperators } from '../../catalog/condition-operators.ts';
import { describeOperator } from '../../explain/language.ts';
import { parseJson } from '../../policy/json.ts';
import { type OperatorName, type ParsedOperator, parseOperator } from '../../policy/operators.ts';
import { fitsOperator, type LanguageKey, languageKey } from '../condition-keys.ts';
import { memberNamed, objectAt } from '../slot.ts';
import type { Completion } from '../types.ts';
import { namesAround } from './elements.ts';
import { memberItem, type Scene, snippetItem } from './item.ts';
import { keyEntry, usableKeys } from './keys.ts';

const names = Object.keys(conditionOperators) as readonly OperatorName[];

/** Every form that makes sense: the plain ones, with IfExists, and for lists with a set operator. */
const forms: readonly string[] = [
  ...names,
  ...names.filter((name) => conditionOperators[name].ifExists).map((name) => `${name}IfExists`),
  ...['ForAnyValue', 'ForAllValues'].flatMap((set) =>
    names.filter((name) => /^(?:String|Arn)/.test(name)).map((name) => `${set}:${name}`),
  ),
];

/** The first operator to think of for a key. */
export function usualOperator({ type, multivalued }: LanguageKey): string {
  const plain = {
    ARN: 'ArnLike',
    ArrayOfString: 'StringEquals',
    Bool: 'Bool',
    Date: 'DateLessThan',
    IPAddress: 'IpAddress',
    Numeric: 'NumericLessThanEquals',
    String: 'StringEquals',
  }[type];
  return multivalued ? `ForAnyValue:${plain}` : plain;
}

function fits(operator: ParsedOperator, keys: readonly LanguageKey[]): boolean {
  return keys.some((key) => fitsOperator(key, operator.row.type, operator.set));
}

function rankOf({ set, ifExists, row }: ParsedOperator): number {
  return (set === null ? 0 : 2) + (ifExists ? 1 : 0) + (row.negated ? 1 : 0);
}

/** The keys of the block behind the operator that the caret is in. */
function keysBehind({ text, place }: Scene): readonly LanguageKey[] {
  if (!place.colonFollows) return [];
  const conditions = objectAt(parseJson(text).root, place.starts.at(-1) ?? -1);
  const block = conditions?.members.find(({ name }) => name.start === place.range.start)?.value;
  return block?.type === 'object' ? block.members.flatMap(({ name }) => languageKey(name.value) ?? []) : [];
}

/** Operators inside a Condition; where none is chosen yet, also keys, which bring theirs. */
export function operatorItems(scene: Scene): readonly Completion[] {
  const there = namesAround(scene);
  const chosen = keysBehind(scene);
  const usable = usableKeys(scene);
  const keys = chosen.length > 0 ? chosen : usable.map(({ key }) => key);
  const operators = forms.flatMap((name) => {
    const parsed = parseOperator(name);
    if (parsed === null || there.has(name.toLowerCase()) || !fits(parsed, keys)) return [];
    return memberItem(
      scene,
      {
        label: name,
        kind: 'operator',
        detail: parsed.row.type,
        documentation: describeOperator(parsed),
        rank: rankOf(parsed),
      },
      name,
      '{ "$1": "$2" }',
    );
  });
  if (scene.place.colonFollows) return operators;
  const withKeys = usable.flatMap((form) => {
    const operator = usualOperator(form.key);
    if (there.has(operator.toLowerCase())) return [];
    const entry = { ...keyEntry(form), detail: operator, rank: 10 + form.rank };
    const value = form.snippet.includes('${1:') ? '$2' : '$1';
    const snippet = `"${operator}": { "${form.snippet}": "${value}" }`;
    return { ...snippetItem(scene, entry, snippet) };
  });
  return [...operators, ...withKeys];
}

/** A Condition as a whole. */
export function conditionBlockItems(scene: Scene): readonly Completion[] {
  if (memberNamed(scene.statement, 'Condition') !== null && scene.place.typed !== '') return [];
  return usableKeys(scene).map((form) => {
    const operator = usualOperator(form.key);
    const value = form.snippet.includes('${1:') ? '$2' : '$1';
    return snippetItem(
      scene,
      { ...keyEntry(form), detail: operator },
      `{ "${operator}": { "${form.snippet}": "${value}" } }`,
    );
  });
}

/** The block behind an operator, as a whole. */
export function operatorBlockItems(scene: Scene, written: string): readonly Completion[] {
  const operator = parseOperator(written);
  return usableKeys(scene)
    .filter(({ key }) => operator === null || fitsOperator(key, operator.row.type, operator.set))
    .map((form) => {
      const value = form.snippet.includes('${1:') ? '$2' : '$1';
      return snippetItem(scene, keyEntry(form), `{ "${form.snippet}": "${value}" }`);
    });
}
