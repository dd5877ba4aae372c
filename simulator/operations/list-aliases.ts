import { aliasEntries } from './framework/aliases.ts';
import type { OperationDefinition } from './framework/call.ts';
import { findKey } from './framework/find-key.ts';
import { pageOf } from './framework/paging.ts';

export const listAliases: OperationDefinition<'ListAliases'> = {
  run(call) {
    const { KeyId } = call.input;
    const entries = aliasEntries(call, KeyId === undefined ? null : findKey(call, KeyId).key);
    const { items, rest } = pageOf('ListAliases', call.input, entries);
    return { Aliases: items, ...rest };
  },
};
