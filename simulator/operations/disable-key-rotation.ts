import type { OperationDefinition } from './framework/call.ts';
import { refuse } from './framework/refusal.ts';

export const disableKeyRotation: OperationDefinition<'DisableKeyRotation'> = {
  run({ draft, key, core }) {
    if (core.primaryRegion !== key.region) refuse('notMultiRegionPrimary', { keyArn: key.arn });
    draft.updateCore(core, { rotation: null });
    return {};
  },
};
