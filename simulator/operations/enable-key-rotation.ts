import { rotationLimits } from '../catalog/rotation.ts';
import { days } from '../world/events.ts';
import type { OperationDefinition } from './framework/call.ts';
import { refuse } from './framework/refusal.ts';

/** Calling it again changes the period, which runs from the call. */
export const enableKeyRotation: OperationDefinition<'EnableKeyRotation'> = {
  run({
    draft,
    key,
    core,
    now,
    input: { RotationPeriodInDays: periodInDays = rotationLimits.periodDefault },
  }) {
    if (core.primaryRegion !== key.region) refuse('notMultiRegionPrimary', { keyArn: key.arn });
    draft.updateCore(core, { rotation: { periodInDays, nextAt: now + days(periodInDays) } });
    return {};
  },
};
