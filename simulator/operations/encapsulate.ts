import { encapsulate as makeSecret } from '../keys/encapsulation.ts';
import type { OperationDefinition } from './framework/call.ts';
import { unwrap } from './framework/cryptography.ts';
import { currentMaterial } from './framework/material.ts';

export const encapsulate: OperationDefinition<'Encapsulate'> = {
  run({ draft, key, input: { EncapsulationAlgorithm } }) {
    const made = unwrap(makeSecret(currentMaterial(draft, key), draft.random.bytes));
    return {
      KeyId: key.arn,
      SharedSecret: made.sharedSecret,
      SharedSecretCiphertextBlob: made.ciphertext,
      EncapsulationAlgorithm,
    };
  },
};
