import { generateMac as makeMac } from '../keys/macs.ts';
import type { OperationDefinition } from './framework/call.ts';
import { unwrap } from './framework/cryptography.ts';
import { currentMaterial } from './framework/material.ts';

export const generateMac: OperationDefinition<'GenerateMac'> = {
  run({ draft, key, input: { Message, MacAlgorithm } }) {
    const request = { algorithm: MacAlgorithm, message: Message };
    return { Mac: unwrap(makeMac(currentMaterial(draft, key), request)), MacAlgorithm, KeyId: key.arn };
  },
};
