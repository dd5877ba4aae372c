import { keySpecs } from '../catalog/key-specs.ts';
import { fromBase64 } from '../keys/bytes.ts';
import type { OperationDefinition } from './framework/call.ts';
import { algorithmsOfKey, specOf } from './framework/key-metadata.ts';
import { refuse } from './framework/refusal.ts';

/** The public key stays known while imported key material is missing. */
export const getPublicKey: OperationDefinition<'GetPublicKey'> = {
  run({ key, core }) {
    const { family } = keySpecs[core.keySpec];
    // What was recorded: a key that never had key material is told by its state, whatever its kind.
    if (core.materials.length === 0) refuse('pendingImport', { keyArn: key.arn });
    if (family === 'symmetric' || family === 'hmac') refuse('noPublicKey');
    const material = core.materials.find(({ keyMaterialId }) => keyMaterialId === core.currentMaterialId);
    if (material?.publicKey == null) refuse('pendingImport', { keyArn: key.arn });
    return {
      KeyId: key.arn,
      PublicKey: fromBase64(material.publicKey),
      ...specOf(core),
      KeyUsage: core.keyUsage,
      ...algorithmsOfKey(core),
    };
  },
};
