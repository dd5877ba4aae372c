import type { OperationDefinition } from './framework/call.ts';
import { pageOf } from './framework/paging.ts';
import { rotationEntries } from './framework/rotation-entries.ts';

/** Asymmetric and HMAC keys have none. */
export const listKeyRotations: OperationDefinition<'ListKeyRotations'> = {
  run({ draft, key, input }) {
    const entries = rotationEntries(draft, key, input.IncludeKeyMaterial === 'ALL_KEY_MATERIAL');
    const { items, rest } = pageOf('ListKeyRotations', input, entries);
    return { Rotations: items, ...rest };
  },
};
