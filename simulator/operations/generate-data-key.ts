import type { OperationDefinition } from './framework/call.ts';
import { checkDataKeySize, dataKeyBytes, encryptUnder } from './framework/encryption.ts';

export const generateDataKey: OperationDefinition<'GenerateDataKey'> = {
  check: ({ input }) => checkDataKeySize(input),
  run({ draft, key, input }) {
    const plaintext = draft.random.bytes(dataKeyBytes(input));
    const { ciphertext, keyMaterialId } = encryptUnder(draft, key, plaintext, input.EncryptionContext);
    return {
      CiphertextBlob: ciphertext,
      Plaintext: plaintext,
      KeyId: key.arn,
      ...(keyMaterialId !== null && { KeyMaterialId: keyMaterialId }),
    };
  },
};
