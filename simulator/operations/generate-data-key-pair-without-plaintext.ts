import { generateDataKeyPair as makePair } from '../keys/material.ts';
import type { OperationDefinition } from './framework/call.ts';
import { unwrap } from './framework/cryptography.ts';
import { encryptUnder } from './framework/encryption.ts';

export const generateDataKeyPairWithoutPlaintext: OperationDefinition<'GenerateDataKeyPairWithoutPlaintext'> =
  {
    async run({ draft, key, input: { KeyPairSpec, EncryptionContext } }) {
      const { privateKey, publicKey } = unwrap(await makePair(KeyPairSpec, draft.randomness));
      const { ciphertext, keyMaterialId } = encryptUnder(draft, key, privateKey, EncryptionContext);
      return {
        PrivateKeyCiphertextBlob: ciphertext,
        PublicKey: publicKey,
        KeyId: key.arn,
        KeyPairSpec,
        ...(keyMaterialId !== null && { KeyMaterialId: keyMaterialId }),
      };
    },
  };
