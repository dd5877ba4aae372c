import { days } from '../world/events.ts';
import type { OperationDefinition } from './framework/call.ts';
import { refuse } from './framework/refusal.ts';

/** A primary key waits until its replicas are gone. */
export const scheduleKeyDeletion: OperationDefinition<'ScheduleKeyDeletion'> = {
  check({ input: { PendingWindowInDays = longest } }) {
    if (PendingWindowInDays < shortest || PendingWindowInDays > longest) refuse('pendingWindow');
  },
  run({ draft, key, core, now, input: { PendingWindowInDays = longest } }) {
    const waits = core.multiRegion && core.primaryRegion === key.region && core.regions.length > 1;
    const state = waits ? 'PendingReplicaDeletion' : 'PendingDeletion';
    const at = waits ? null : now + days(PendingWindowInDays);
    draft.updateKey(key, { state, deletion: { windowInDays: PendingWindowInDays, at }, settles: null });
    return {
      KeyId: key.arn,
      ...(at !== null && { DeletionDate: new Date(at) }),
      KeyState: state,
      PendingWindowInDays,
    };
  },
};

/** The service model allows 1 to 365; the service does not. */
const shortest = 7;
const longest = 30;
