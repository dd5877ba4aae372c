import type { OperationDefinition } from './framework/call.ts';
import { checkDataKeySize, dataKeyBytes, encryptUnder } from './framework/encryption.ts';

export const generateDataKeyWithoutPlaintext: OperationDefinition<'GenerateDataKeyWithoutPlaintext'> = {
  check: ({ input }) => checkDataKeySize(input),
  run({ draft, key, input }) {
    const plaintext = draft.random.bytes(dataKeyBytes(input));
    const { ciphertext, keyMaterialId } = encryptUnder(draft, key, plaintext, input.EncryptionContext);
    return {
      CiphertextBlob: ciphertext,
      KeyId: key.arn,
      ...(keyMaterialId !== null && { KeyMaterialId: keyMaterialId }),
    };
  },
};
