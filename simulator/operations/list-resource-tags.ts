import type { OperationDefinition } from './framework/call.ts';
import { pageOf } from './framework/paging.ts';
import { tagEntries } from './framework/tags.ts';

export const listResourceTags: OperationDefinition<'ListResourceTags'> = {
  run({ key, input }) {
    const { items, rest } = pageOf('ListResourceTags', input, tagEntries(key.tags));
    return { Tags: items, ...rest };
  },
};
