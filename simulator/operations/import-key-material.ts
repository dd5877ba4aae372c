import { days } from '../world/events.ts';
import type { OperationDefinition } from './framework/call.ts';
import { importInto, unwrapImport } from './framework/import.ts';
import { refuse } from './framework/refusal.ts';

export const importKeyMaterial: OperationDefinition<'ImportKeyMaterial'> = {
  check({ input, draft }) {
    const { ExpirationModel = 'KEY_MATERIAL_EXPIRES', ValidTo, ImportType, KeyMaterialId } = input;
    if (ImportType === 'NEW_KEY_MATERIAL' && KeyMaterialId !== undefined) refuse('keyMaterialIdNotTaken');
    if (ExpirationModel === 'KEY_MATERIAL_DOES_NOT_EXPIRE') {
      if (ValidTo !== undefined) refuse('validToNotTaken');
      return;
    }
    if (ValidTo === undefined) refuse('validToMissing');
    const left = ValidTo.getTime() - draft.now;
    if (left <= 0 || left > days(365)) refuse('validToTooFar');
  },
  run(call) {
    const material = unwrapImport(call);
    importInto(call, material);
    return { KeyId: call.key.arn, KeyMaterialId: material.keyMaterialId };
  },
};
