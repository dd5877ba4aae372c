/* What a statement can be about: this key, other keys, aliases. */
import { parseArn } from '../../match/arn.ts';
import type { Completion } from '../types.ts';
import { exampleAccount, exampleRegion, homeOf, keyOf } from '../world.ts';
import { type Entry, type Scene, stringItem } from './item.ts';

/** Aliases of a key as ARNs: where IAM policies speak of aliases, they use those. */
function aliasArns(arn: string, aliases: readonly string[]): readonly string[] {
  const home = parseArn(arn);
  return home === null
    ? []
    : aliases.map((alias) => `arn:${home.partition}:kms:${home.region}:${home.account}:${alias}`);
}

export function resourceItems(scene: Scene): readonly Completion[] {
  const { context } = scene;
  const { partition, region, account } = homeOf(context);
  const key = keyOf(context);
  const value = (label: string, detail: string, rank: number): Entry => ({
    label,
    detail,
    rank,
    kind: 'value',
  });
  const own = key?.arn ? [value(key.arn, 'this key', 1)] : [];
  if (context.kind === 'key')
    return [value('*', 'this key', 0), ...own].map((entry) => stringItem(scene, entry));
  const prefix = `arn:${partition}:kms:${region ?? exampleRegion}:${account ?? exampleAccount}`;
  const others = (context.environment?.keys ?? []).map((other) => value(other.key.arn, 'another key', 2));
  const aliases = aliasArns(key?.arn ?? '', key?.aliases ?? []);
  return [
    ...own,
    ...others,
    ...aliases.map((arn) => value(arn, 'the alias itself, not the key', 3)),
    value(`${prefix}:key/*`, 'every key of the account and Region', 4),
    value(`${prefix}:alias/*`, 'every alias of the account and Region', 5),
    value('*', 'everything', 6),
  ].map((entry) => stringItem(scene, entry));
}
