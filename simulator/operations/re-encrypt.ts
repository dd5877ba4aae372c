import type { OperationDefinition } from './framework/call.ts';
import {
  type CiphertextSource,
  confirmKey,
  decryptWith,
  encryptUnder,
  sourceKey,
} from './framework/encryption.ts';
import { findKey } from './framework/find-key.ts';
import type { Input } from './framework/inputs.ts';

export const reEncrypt: OperationDefinition<'ReEncrypt'> = {
  find: (request) => ({
    key: sourceKey(request, sourceOf(request.input)),
    second: findKey(request, request.input.DestinationKeyId),
  }),
  confirm: ({ input }, { key }) => confirmKey(sourceOf(input), key),
  run({ draft, key, secondKey, input }) {
    const { DestinationEncryptionAlgorithm = 'SYMMETRIC_DEFAULT', DestinationEncryptionContext } = input;
    const source = sourceOf(input);
    const { plaintext, keyMaterialId } = decryptWith(draft, key, source);
    const made = encryptUnder(
      draft,
      secondKey,
      plaintext,
      DestinationEncryptionContext,
      DestinationEncryptionAlgorithm,
    );
    return {
      CiphertextBlob: made.ciphertext,
      SourceKeyId: key.arn,
      KeyId: secondKey.arn,
      SourceEncryptionAlgorithm: source.algorithm,
      DestinationEncryptionAlgorithm,
      ...(keyMaterialId !== null && { SourceKeyMaterialId: keyMaterialId }),
      ...(made.keyMaterialId !== null && { DestinationKeyMaterialId: made.keyMaterialId }),
    };
  },
};

function sourceOf(input: Input<'ReEncrypt'>): CiphertextSource {
  return {
    ciphertext: input.CiphertextBlob,
    keyId: input.SourceKeyId,
    context: input.SourceEncryptionContext,
    algorithm: input.SourceEncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT',
    ignoresCiphertext: input.DryRun === true && input.DryRunModifiers?.includes('IGNORE_CIPHERTEXT') === true,
    member: 'ciphertextBlob',
  };
}
