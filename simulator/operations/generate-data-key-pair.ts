import { generateDataKeyPair as makePair } from '../keys/material.ts';
import type { OperationDefinition } from './framework/call.ts';
import { unwrap } from './framework/cryptography.ts';
import { encryptUnder } from './framework/encryption.ts';

export const generateDataKeyPair: OperationDefinition<'GenerateDataKeyPair'> = {
  async run({ draft, key, input: { KeyPairSpec, EncryptionContext } }) {
    const { privateKey, publicKey } = unwrap(await makePair(KeyPairSpec, draft.randomness));
    const { ciphertext, keyMaterialId } = encryptUnder(draft, key, privateKey, EncryptionContext);
    return {
      PrivateKeyCiphertextBlob: ciphertext,
      PrivateKeyPlaintext: privateKey,
      PublicKey: publicKey,
      KeyId: key.arn,
      KeyPairSpec,
      ...(keyMaterialId !== null && { KeyMaterialId: keyMaterialId }),
    };
  },
};
