import type { OperationDefinition } from './framework/call.ts';
import { refuse } from './framework/refusal.ts';

/** A tag that the key does not have is passed over without a word. */
export const untagResource: OperationDefinition<'UntagResource'> = {
  run({ draft, key, input: { TagKeys } }) {
    if (TagKeys.some((name) => name.toLowerCase().startsWith('aws:'))) refuse('tagReserved');
    draft.updateKey(key, { tags: key.tags.filter((tag) => !TagKeys.includes(tag.key)) });
    return {};
  },
};
