/* What the readers of a template take from the nodes of the YAML parser. */
import { isMap, isNode, isPair, isScalar, type Node, type YAMLMap } from 'yaml';

export interface Member {
  readonly key: string;
  readonly value: Node | null;
}

export const nodeOf = (value: unknown): Node | null => (isNode(value) ? value : null);

/** A map's members; keys that are not plain are left out. */
export function pairsOf(map: YAMLMap): readonly Member[] {
  return map.items.flatMap((pair): readonly Member[] => {
    const key = isPair(pair) ? textOfNode(pair.key) : undefined;
    return key === undefined ? [] : [{ key, value: nodeOf(pair.value) }];
  });
}

/** A scalar as it is written: YAML 1.1 would make a date of a policy's version and an octal of an account. */
export function textOfNode(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  if (typeof node.value === 'string') return node.value;
  return node.source ?? String(node.value);
}

/** Follows one name of a map; undefined for anything else. */
export function memberNode(node: Node | null | undefined, name: string): Node | undefined {
  if (!isMap(node)) return undefined;
  return pairsOf(node).find(({ key }) => key === name)?.value ?? undefined;
}
