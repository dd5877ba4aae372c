import type { OperationDefinition } from './framework/call.ts';
import { encryptUnder } from './framework/encryption.ts';

export const encrypt: OperationDefinition<'Encrypt'> = {
  run({ draft, key, input }) {
    const { EncryptionAlgorithm = 'SYMMETRIC_DEFAULT', Plaintext, EncryptionContext } = input;
    return {
      CiphertextBlob: encryptUnder(draft, key, Plaintext, EncryptionContext, EncryptionAlgorithm).ciphertext,
      KeyId: key.arn,
      EncryptionAlgorithm,
    };
  },
};
