import type { OperationDefinition } from './framework/call.ts';
import { keyMetadata } from './framework/key-metadata.ts';
import { checkKeyPolicy } from './framework/key-policy.ts';
import { makeKey } from './framework/make-key.ts';
import { ensureMaterial } from './framework/material.ts';
import { newKeyOf } from './framework/new-key.ts';

export const createKey: OperationDefinition<'CreateKey'> = {
  async run(call) {
    const { draft, account, input } = call;
    const key = makeKey(draft, newKeyOf(call));
    if (input.Policy !== undefined) checkKeyPolicy(call, input.Policy, key.arn);
    if (input.MultiRegion === true) draft.put('accounts', { ...account, hasMultiRegionRole: true });
    await ensureMaterial(draft, key);
    return { KeyMetadata: keyMetadata(draft, key) };
  },
};
