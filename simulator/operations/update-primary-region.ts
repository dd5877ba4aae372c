import type { Draft } from '../world/draft.ts';
import { keyArn } from '../world/draft.ts';
import type { KeyRecord } from '../world/types.ts';
import type { OperationDefinition } from './framework/call.ts';
import { findKey } from './framework/find-key.ts';
import { checkState } from './framework/key-condition.ts';
import { refuse } from './framework/refusal.ts';

/** Both keys go on working while they are Updating. */
export const updatePrimaryRegion: OperationDefinition<'UpdatePrimaryRegion'> = {
  find(request) {
    const { draft, input } = request;
    const key = findKey(request, input.KeyId);
    const core = draft.core(key.key);
    if (!core.multiRegion) refuse('notMultiRegion', { keyArn: key.key.arn });
    if (core.primaryRegion !== key.key.region) refuse('notMultiRegionPrimary', { keyArn: key.key.arn });
    if (input.PrimaryRegion === core.primaryRegion) refuse('alreadyPrimary', { keyArn: key.key.arn });
    const arn = keyArn(input.PrimaryRegion, core.account, core.keyId);
    const replica = draft.get('keys', arn);
    if (replica === undefined) refuse('keyNotFound', { keyArn: arn });
    return { key, second: { key: replica, requested: arn } };
  },
  run({ draft, key, core, secondKey, input }) {
    checkState('UpdatePrimaryRegion', draft, secondKey);
    draft.updateCore(core, { primaryRegion: input.PrimaryRegion });
    for (const one of [key, secondKey]) update(draft, one);
    return {};
  },
};

/** AWS: seconds. */
const updateTakes = 10_000;

function update(draft: Draft, key: KeyRecord): void {
  if (key.state === 'Updating') return;
  draft.updateKey(key, { state: 'Updating', settles: { at: draft.now + updateTakes, state: key.state } });
}
