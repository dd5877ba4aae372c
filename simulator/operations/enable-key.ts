import { rotate } from '../world/events.ts';
import type { OperationDefinition } from './framework/call.ts';
import { isComplete } from './framework/key-metadata.ts';

/** A rotation that came due while the key was disabled is made up for. */
export const enableKey: OperationDefinition<'EnableKey'> = {
  run({ draft, key, core, now }) {
    const complete = core.origin !== 'EXTERNAL' || isComplete(core, key);
    draft.updateKey(key, { state: complete ? 'Enabled' : 'PendingImport' });
    const missed = core.rotation !== null && core.rotation.nextAt <= now;
    if (missed && core.primaryRegion === key.region) rotate(draft, core, 'AUTOMATIC', now);
    return {};
  },
};
