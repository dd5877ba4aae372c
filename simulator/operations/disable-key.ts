import type { OperationDefinition } from './framework/call.ts';

export const disableKey: OperationDefinition<'DisableKey'> = {
  run({ draft, key }) {
    draft.updateKey(key, { state: 'Disabled' });
    return {};
  },
};
