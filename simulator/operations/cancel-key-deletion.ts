import type { OperationDefinition } from './framework/call.ts';

export const cancelKeyDeletion: OperationDefinition<'CancelKeyDeletion'> = {
  run({ draft, key }) {
    draft.updateKey(key, { state: 'Disabled', deletion: null });
    return { KeyId: key.arn };
  },
};
