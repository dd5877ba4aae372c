import { rotationLimits } from '../catalog/rotation.ts';
import { makeCurrent, rotate } from '../world/events.ts';
import type { OperationDefinition } from './framework/call.ts';
import { refuse } from './framework/refusal.ts';

/** Imported key material must wait in every related key before it can be rotated to. */
export const rotateKeyOnDemand: OperationDefinition<'RotateKeyOnDemand'> = {
  run({ draft, key, core, now }) {
    const keyArn = key.arn;
    if (core.primaryRegion !== key.region) refuse('notMultiRegionPrimary', { keyArn });
    const due =
      core.rotation !== null && core.rotation.nextAt - now <= rotationLimits.conflictMinutes * 60_000;
    if (due) refuse('rotationConflict', { keyArn });
    if (core.onDemandRotations >= rotationLimits.onDemandRotationsPerKey) {
      refuse('onDemandRotationLimit', { keyArn });
    }
    if (core.origin === 'AWS_KMS') {
      rotate(draft, core, 'ON_DEMAND', now);
      return { KeyId: core.keyId };
    }
    const pending = core.materials.find(({ keyMaterialId }) => keyMaterialId === core.pendingMaterialId);
    const everywhere =
      pending !== undefined && draft.related(core).every(({ imported }) => pending.keyMaterialId in imported);
    if (!everywhere) refuse('noMaterialPending', { keyArn });
    makeCurrent(draft, core, { ...pending, rotation: { at: now, type: 'ON_DEMAND' } }, now);
    return { KeyId: core.keyId };
  },
};
