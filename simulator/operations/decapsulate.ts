import { decapsulate as openSecret } from '../keys/encapsulation.ts';
import type { OperationDefinition } from './framework/call.ts';
import { unwrap } from './framework/cryptography.ts';
import { currentMaterial } from './framework/material.ts';

export const decapsulate: OperationDefinition<'Decapsulate'> = {
  run({ draft, key, input: { SharedSecretCiphertextBlob, EncapsulationAlgorithm } }) {
    const secret = unwrap(openSecret(currentMaterial(draft, key), SharedSecretCiphertextBlob));
    return { KeyId: key.arn, SharedSecret: secret, EncapsulationAlgorithm };
  },
};
