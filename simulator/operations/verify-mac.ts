import { verifyMac as checkMac } from '../keys/macs.ts';
import type { OperationDefinition } from './framework/call.ts';
import { unwrap } from './framework/cryptography.ts';
import { currentMaterial } from './framework/material.ts';

/** Never answers false: a MAC that does not fit is an exception. */
export const verifyMac: OperationDefinition<'VerifyMac'> = {
  run({ draft, key, input: { Message, MacAlgorithm, Mac } }) {
    const request = { algorithm: MacAlgorithm, message: Message, mac: Mac };
    return { MacValid: unwrap(checkMac(currentMaterial(draft, key), request)), MacAlgorithm, KeyId: key.arn };
  },
};
