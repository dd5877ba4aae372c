/* Results of cryptographic functions as the service's exceptions. */
import type { ErrorMessageId } from '../../catalog/error-messages.ts';
import type { CryptoProblem, CryptoResult, PlainCryptoCode } from '../../keys/types.ts';
import { refuse } from './refusal.ts';

const plain: Readonly<Record<PlainCryptoCode, ErrorMessageId>> = {
  InvalidCiphertext: 'invalidCiphertext',
  InvalidSignature: 'invalidSignature',
  InvalidMac: 'invalidMac',
  InvalidPublicKey: 'publicKeyInvalid',
  InvalidKeyMaterial: 'keyMaterialMismatch',
  InvalidImportToken: 'importTokenInvalid',
  EncryptionContextNotSupported: 'contextForAsymmetric',
};

/** The value, or the exception that the service answers with. */
export function unwrap<Value>(result: CryptoResult<Value>): Value {
  if (result.ok) return result.value;
  refuseProblem(result);
}

function refuseProblem(problem: CryptoProblem): never {
  switch (problem.code) {
    case 'IncompatibleAlgorithm':
      refuse('wrongAlgorithm', { ...problem });
      break;
    case 'IncompatibleMessageType': {
      // Recorded: ML-DSA is refused by key spec, the others by algorithm.
      const bySpec = problem.keySpec.startsWith('ML_DSA');
      refuse(bySpec ? 'messageTypeForSpec' : 'messageTypeForAlgorithm', { ...problem });
      break;
    }
    case 'InvalidDigestLength':
      refuse('digestLength', { ...problem });
      break;
    case 'PlaintextTooLong':
      refuse('plaintextTooLarge', { ...problem });
      break;
    case 'IncompatibleWrapping':
      refuse('wrappingMismatch', { ...problem });
      break;
    case 'UnsupportedKeySpec':
      refuse('sm2OutsideChina');
      break;
    default:
      refuse(plain[problem.code]);
  }
}
