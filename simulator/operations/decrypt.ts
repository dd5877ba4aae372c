import type { OperationDefinition } from './framework/call.ts';
import { type CiphertextSource, confirmKey, decryptWith, sourceKey } from './framework/encryption.ts';
import type { Input } from './framework/inputs.ts';

export const decrypt: OperationDefinition<'Decrypt'> = {
  find: (request) => ({ key: sourceKey(request, sourceOf(request.input)) }),
  confirm: ({ input }, { key }) => confirmKey(sourceOf(input), key),
  run({ draft, key, input }) {
    const { EncryptionAlgorithm = 'SYMMETRIC_DEFAULT' } = input;
    const { plaintext, keyMaterialId } = decryptWith(draft, key, sourceOf(input));
    return {
      KeyId: key.arn,
      Plaintext: plaintext,
      EncryptionAlgorithm,
      ...(keyMaterialId !== null && { KeyMaterialId: keyMaterialId }),
    };
  },
};

function sourceOf(input: Input<'Decrypt'>): CiphertextSource {
  return {
    ciphertext: input.CiphertextBlob,
    keyId: input.KeyId,
    context: input.EncryptionContext,
    algorithm: input.EncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT',
    ignoresCiphertext: input.DryRun === true && input.DryRunModifiers?.includes('IGNORE_CIPHERTEXT') === true,
    member: 'ciphertextBlob',
  };
}
