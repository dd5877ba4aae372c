import { verify as checkSignature } from '../keys/signatures.ts';
import type { OperationDefinition } from './framework/call.ts';
import { unwrap } from './framework/cryptography.ts';
import { currentMaterial } from './framework/material.ts';

/** Never answers false: a signature that does not fit is an exception. */
export const verify: OperationDefinition<'Verify'> = {
  run({ draft, key, input: { Message, MessageType = 'RAW', SigningAlgorithm, Signature } }) {
    const request = {
      algorithm: SigningAlgorithm,
      message: Message,
      messageType: MessageType,
      signature: Signature,
    };
    const valid = unwrap(checkSignature(currentMaterial(draft, key), request));
    return { KeyId: key.arn, SignatureValid: valid, SigningAlgorithm };
  },
};
