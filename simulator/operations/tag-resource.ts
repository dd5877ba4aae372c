import type { OperationDefinition } from './framework/call.ts';
import { withTags } from './framework/tags.ts';

export const tagResource: OperationDefinition<'TagResource'> = {
  run({ draft, key, input }) {
    draft.updateKey(key, { tags: withTags(key.tags, input.Tags) });
    return {};
  },
};
