import type { OperationDefinition } from './framework/call.ts';

export const updateKeyDescription: OperationDefinition<'UpdateKeyDescription'> = {
  run({ draft, key, input }) {
    draft.updateKey(key, { description: input.Description });
    return {};
  },
};
