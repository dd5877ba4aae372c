import { fromBase64 } from '../keys/bytes.ts';
import { makeImportParameters } from '../keys/import.ts';
import type { OperationDefinition } from './framework/call.ts';
import { unwrap } from './framework/cryptography.ts';
import { refuse } from './framework/refusal.ts';

export const getParametersForImport: OperationDefinition<'GetParametersForImport'> = {
  async run({ draft, key, core, now, input: { WrappingAlgorithm, WrappingKeySpec } }) {
    const offered =
      WrappingAlgorithm !== 'RSAES_PKCS1_V1_5' && WrappingAlgorithm !== 'SM2PKE' && WrappingKeySpec !== 'SM2';
    if (!offered) {
      refuse('wrappingMismatch', {
        wrappingAlgorithm: WrappingAlgorithm,
        wrappingKeySpec: WrappingKeySpec,
        keySpec: core.keySpec,
      });
    }
    const wrapping = { wrappingAlgorithm: WrappingAlgorithm, wrappingKeySpec: WrappingKeySpec };
    const parameters = unwrap(await makeImportParameters(core.keySpec, wrapping, draft.randomness));
    const validTo = now + tokenLives;
    draft.put('imports', { token: parameters.importToken, keyArn: key.arn, parameters, validTo });
    return {
      KeyId: key.arn,
      ImportToken: fromBase64(parameters.importToken),
      PublicKey: fromBase64(parameters.wrappingKey.publicKey),
      ParametersValidTo: new Date(validTo),
    };
  },
};

/** A day. */
const tokenLives = 86_400_000;
