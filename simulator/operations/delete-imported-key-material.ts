import { isPermanent, removeMaterial } from '../world/events.ts';
import type { OperationDefinition } from './framework/call.ts';
import { refuse } from './framework/refusal.ts';

/** Key material that still waits for its rotation does not belong to the key yet and is forgotten. */
export const deleteImportedKeyMaterial: OperationDefinition<'DeleteImportedKeyMaterial'> = {
  run({ draft, key, core, input }) {
    const keyMaterialId = input.KeyMaterialId ?? core.currentMaterialId;
    if (keyMaterialId === null) return { KeyId: key.arn };
    const known = core.materials.some((one) => one.keyMaterialId === keyMaterialId);
    if (!known) refuse('keyMaterialUnknown', { keyMaterialId, keyArn: key.arn });
    const permanent = isPermanent(core, keyMaterialId);
    removeMaterial(draft, key, keyMaterialId);
    if (!permanent && core.primaryRegion === key.region) {
      draft.updateCore(core, {
        materials: core.materials.filter((one) => one.keyMaterialId !== keyMaterialId),
        pendingMaterialId: null,
      });
    }
    return { KeyId: key.arn, KeyMaterialId: keyMaterialId };
  },
};
