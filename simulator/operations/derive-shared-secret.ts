import { deriveSharedSecret as derive } from '../keys/agreement.ts';
import type { OperationDefinition } from './framework/call.ts';
import { unwrap } from './framework/cryptography.ts';
import { currentMaterial } from './framework/material.ts';

export const deriveSharedSecret: OperationDefinition<'DeriveSharedSecret'> = {
  run({ draft, key, core, input: { KeyAgreementAlgorithm, PublicKey } }) {
    return {
      KeyId: key.arn,
      SharedSecret: unwrap(derive(currentMaterial(draft, key), PublicKey)),
      KeyAgreementAlgorithm,
      KeyOrigin: core.origin,
    };
  },
};
