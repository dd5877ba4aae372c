/* Condition keys that a letter or a tag key is missing from. */
import type { ConditionClause } from '../../../policy/types.ts';
import { fixByReplacing } from '../../fix.ts';
import type { Fix } from '../../types.ts';
import { similarName } from './similar.ts';

const tagKeys: ReadonlySet<string> = new Set(['aws:resourcetag', 'aws:requesttag', 'aws:principaltag']);

export function isMissingTagKey(key: string): boolean {
  return tagKeys.has(key.toLowerCase().replace(/\/$/, ''));
}

export function fixKey({ key }: ConditionClause, candidates: readonly string[]): readonly Fix[] {
  const meant = similarName(key.value, candidates);
  return meant === null ? [] : fixByReplacing(key, meant);
}
