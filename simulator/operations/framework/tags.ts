import type { KeyRecord } from '../../world/types.ts';
import type { Tag } from './outputs.ts';
import { refuse } from './refusal.ts';

const tagQuota = 50;

/** The tags of a key with more of them put on. */
export function withTags(tags: KeyRecord['tags'], added: readonly Tag[] = []): KeyRecord['tags'] {
  const names = added.map(({ TagKey }) => TagKey);
  if (names.some((name) => name.toLowerCase().startsWith('aws:'))) refuse('tagReserved');
  if (new Set(names).size < names.length) refuse('tagDuplicate');
  const kept = tags.map((tag) => {
    const change = added.find(({ TagKey }) => TagKey === tag.key);
    return change === undefined ? tag : { key: tag.key, value: change.TagValue };
  });
  const known = new Set(tags.map(({ key }) => key));
  const all = [
    ...kept,
    ...added
      .filter(({ TagKey }) => !known.has(TagKey))
      .map(({ TagKey, TagValue }) => ({ key: TagKey, value: TagValue })),
  ];
  if (all.length > tagQuota) refuse('tooManyTags');
  return all;
}

/** Tags as the API shows them. */
export function tagEntries(tags: KeyRecord['tags']): Tag[] {
  return tags.map(({ key, value }) => ({ TagKey: key, TagValue: value }));
}
