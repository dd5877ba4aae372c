/* Names of elements where they are legal and not yet there, and the values that a few of them have. */
import { effectSentences, elementSentences, principalTypeSentences } from '../../explain/language.ts';
import { parseJson } from '../../policy/json.ts';
import type { PolicyKind } from '../../policy/types.ts';
import { objectAt } from '../slot.ts';
import type { Completion } from '../types.ts';
import { memberItem, type Scene, snippetItem, stringItem } from './item.ts';

/** Names of the members of the object around the caret, but for the one that the caret is in. */
export function namesAround({ text, place }: Scene): ReadonlySet<string> {
  const object = objectAt(parseJson(text).root, place.starts.at(-1) ?? -1);
  const others = (object?.members ?? []).filter(({ name }) => name.start !== place.range.start);
  return new Set(others.map(({ name }) => name.value.toLowerCase()));
}

const opposites: Readonly<Record<string, string>> = {
  Principal: 'NotPrincipal',
  NotPrincipal: 'Principal',
  Action: 'NotAction',
  NotAction: 'Action',
  Resource: 'NotResource',
  NotResource: 'Resource',
};

const everywhere: ReadonlySet<PolicyKind> = new Set([
  'key',
  'identity',
  'scp',
  'rcp',
  'boundary',
  'session',
  'endpoint',
  'resource',
]);
const withPrincipal: ReadonlySet<PolicyKind> = new Set(['key', 'resource', 'endpoint', 'rcp']);
const without = (kinds: ReadonlySet<PolicyKind>, ...not: readonly PolicyKind[]) =>
  new Set([...kinds].filter((kind) => !not.includes(kind)));

/** The elements of a statement in the order in which they are usually written, and the kinds that have them. */
const statementElements: readonly (readonly [name: string, value: string, kinds: ReadonlySet<PolicyKind>])[] =
  [
    ['Sid', '"${1:Name}"', everywhere],
    ['Effect', '"${1:Allow}"', everywhere],
    ['Principal', '{ "AWS": "$1" }', without(withPrincipal, 'rcp')],
    ['Principal', '"*"', new Set<PolicyKind>(['rcp'])],
    ['Action', '"$1"', everywhere],
    ['Resource', '"${1:*}"', everywhere],
    ['Condition', '{ "${1:StringEquals}": { "$2": "$3" } }', everywhere],
    ['NotPrincipal', '{ "AWS": "$1" }', without(withPrincipal, 'rcp')],
    ['NotAction', '"$1"', without(everywhere, 'rcp')],
    ['NotResource', '"$1"', everywhere],
  ];

export function statementElementItems(scene: Scene): readonly Completion[] {
  const there = namesAround(scene);
  return statementElements.flatMap(([name, value, kinds], rank) => {
    const taken = there.has(name.toLowerCase()) || there.has(opposites[name]?.toLowerCase() ?? '');
    if (taken || !kinds.has(scene.context.kind)) return [];
    const entry = {
      label: name,
      kind: 'element',
      documentation: elementSentences[name] ?? '',
      rank,
    } as const;
    return [memberItem(scene, entry, name, value)];
  });
}

const documentElements: readonly (readonly [name: string, value: string])[] = [
  ['Version', '"2012-10-17"'],
  ['Id', '"${1:name}"'],
  ['Statement', '[$0]'],
];

export function documentElementItems(scene: Scene): readonly Completion[] {
  const there = namesAround(scene);
  return documentElements.flatMap(([name, value], rank) => {
    if (there.has(name.toLowerCase())) return [];
    const entry = {
      label: name,
      kind: 'element',
      documentation: elementSentences[name] ?? '',
      rank,
    } as const;
    return [memberItem(scene, entry, name, value)];
  });
}

export function versionItems(scene: Scene): readonly Completion[] {
  const documentation = elementSentences.Version ?? '';
  return [
    stringItem(scene, { label: '2012-10-17', kind: 'value', documentation }),
    stringItem(scene, { label: '2008-10-17', kind: 'value', documentation, rank: 1 }),
  ];
}

/** Resource control policies other than AWS's own only deny. */
export function effectItems(scene: Scene): readonly Completion[] {
  const effects = scene.context.kind === 'rcp' ? (['Deny'] as const) : (['Allow', 'Deny'] as const);
  return effects.map((label) =>
    stringItem(scene, { label, kind: 'value', documentation: effectSentences[label] }),
  );
}

function principalTypes({ context: { kind } }: Scene): readonly string[] {
  if (kind === 'rcp') return [];
  return kind === 'resource' ? ['AWS', 'Service', 'Federated', 'CanonicalUser'] : ['AWS', 'Service'];
}

/** The types inside a Principal. */
export function principalTypeItems(scene: Scene): readonly Completion[] {
  const there = namesAround(scene);
  return principalTypes(scene)
    .filter((type) => !there.has(type.toLowerCase()))
    .map((label, rank) => {
      const documentation = principalTypeSentences[label] ?? '';
      return memberItem(scene, { label, kind: 'element', documentation, rank }, label, '"$1"');
    });
}

/** A Principal as a whole: everybody, or an object with a type. */
export function wholePrincipalItems(scene: Scene): readonly Completion[] {
  const documentation = elementSentences.Principal ?? '';
  return [
    ...principalTypes(scene).map((type, rank) =>
      snippetItem(
        scene,
        {
          label: `{ "${type}": … }`,
          kind: 'principal',
          documentation: principalTypeSentences[type] ?? '',
          rank,
        },
        `{ "${type}": "$1" }`,
      ),
    ),
    stringItem(scene, { label: '*', kind: 'principal', documentation, rank: 9 }),
  ];
}
