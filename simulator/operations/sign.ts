import { sign as makeSignature } from '../keys/signatures.ts';
import type { OperationDefinition } from './framework/call.ts';
import { unwrap } from './framework/cryptography.ts';
import { currentMaterial } from './framework/material.ts';

export const sign: OperationDefinition<'Sign'> = {
  run({ draft, key, input: { Message, MessageType = 'RAW', SigningAlgorithm } }) {
    const request = { algorithm: SigningAlgorithm, message: Message, messageType: MessageType };
    const made = makeSignature(currentMaterial(draft, key), request, draft.random.bytes);
    return { KeyId: key.arn, Signature: unwrap(made), SigningAlgorithm };
  },
};
