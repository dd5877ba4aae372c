/* Condition keys: those that requests of the statement's actions have, and that go with the operator. */
import type { ActionName } from '../../catalog/actions.ts';
import { services } from '../../catalog/services.ts';
import { valueTypeWords } from '../../explain/language.ts';
import { actionsOfPattern } from '../../findings/context.ts';
import { parseOperator } from '../../policy/operators.ts';
import {
  actionsWithKey,
  fitsOperator,
  isForKind,
  type LanguageKey,
  languageKeys,
} from '../condition-keys.ts';
import { memberNamed, textsOf } from '../slot.ts';
import type { Completion } from '../types.ts';
import { callersOf, keyOf, specRowOf } from '../world.ts';
import { namesAround } from './elements.ts';
import { type Entry, memberItem, type Scene } from './item.ts';

/** A key with what may follow its name, as a label and as a snippet. */
export interface KeyForm {
  readonly key: LanguageKey;
  readonly label: string;
  readonly snippet: string;
  /** Fewer are better. */
  readonly rank: number;
}

/** The KMS actions of the statement around the caret; empty where it names none. */
export function statementActions({ statement }: Scene): readonly ActionName[] {
  const patterns = textsOf(memberNamed(statement, 'Action'));
  return [...new Set(patterns.flatMap(actionsOfPattern))];
}

/** The keys that can be of use in the statement, best first. */
export function usableKeys(scene: Scene): readonly KeyForm[] {
  const actions = statementActions(scene);
  const { context } = scene;
  const family = specRowOf(keyOf(context))?.family;
  const noContext = family !== undefined && family !== 'symmetric';
  return languageKeys.flatMap((key) => {
    if (key.deprecated || !isForKind(key, context.kind)) return [];
    if (noContext && key.name.startsWith('kms:EncryptionContext')) return [];
    const known = actionsWithKey(key, actions);
    if (actions.length > 0 && known === 0) return [];
    const rank = (key.kms === null ? 2 : 0) + (known < actions.length ? 1 : 0);
    return formsOf(key, scene).map((form) => ({ ...form, key, rank }));
  });
}

function formsOf(
  { name, suffixed }: LanguageKey,
  scene: Scene,
): readonly { label: string; snippet: string }[] {
  if (!suffixed) return [{ label: name, snippet: name }];
  const known = [...new Set(suffixes(name, scene))].map((suffix) => {
    const label = `${name}${suffix}`;
    return { label, snippet: label };
  });
  return [...known, { label: `${name}…`, snippet: `${name}\${1:name}` }];
}

/** What is known to follow a name: tags of the world, encryption context of the request and of services. */
function suffixes(name: string, scene: Scene): readonly string[] {
  const { context } = scene;
  switch (name) {
    case 'kms:EncryptionContext:':
      return [
        ...Object.keys(context.request?.encryptionContext ?? {}),
        ...Object.values(services).flatMap((row) => ('unverifiedCells' in row ? [] : row.encryptionContext)),
      ];
    case 'aws:PrincipalTag/':
      return callersOf(context).flatMap(({ tags }) => Object.keys(tags ?? {}));
    case 'aws:ResourceTag/':
    case 'aws:RequestTag/':
      return Object.keys(keyOf(context)?.tags ?? {});
    default:
      return [];
  }
}

/** How a key is shown in a list. */
export function keyEntry({ key, label, rank }: KeyForm): Entry {
  return { label, kind: 'key', detail: valueTypeWords[key.type], documentation: key.sentence, rank };
}

/** Keys under an operator that has been chosen. */
export function conditionKeyItems(scene: Scene, written: string): readonly Completion[] {
  const operator = parseOperator(written);
  const there = namesAround(scene);
  return usableKeys(scene)
    .filter(({ key, label }) => {
      if (there.has(label.toLowerCase())) return false;
      return operator === null || fitsOperator(key, operator.row.type, operator.set);
    })
    .map((form) => memberItem(scene, keyEntry(form), form.snippet, '"$2"'));
}
