import type { OperationDefinition } from './framework/call.ts';
import { connectedStore } from './framework/key-stores.ts';
import { refuse } from './framework/refusal.ts';

export const generateRandom: OperationDefinition<'GenerateRandom'> = {
  check({ input }) {
    if (input.NumberOfBytes === undefined) refuse('numberOfBytesMissing');
  },
  run({ draft, account, region, input: { NumberOfBytes = 0, CustomKeyStoreId } }) {
    if (CustomKeyStoreId !== undefined) {
      const store = connectedStore(draft, account.id, region, CustomKeyStoreId);
      if (store.type !== 'AWS_CLOUDHSM') refuse('keyStoreTypeUnsupported');
    }
    return { Plaintext: draft.random.bytes(NumberOfBytes) };
  },
};
