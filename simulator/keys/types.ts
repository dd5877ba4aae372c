import type { AlgorithmName, algorithms } from '../catalog/algorithms.ts';
import type { KeySpec } from '../catalog/key-specs.ts';
import type { KeyUsage } from '../catalog/types.ts';

/** Bytes that nobody can foresee, or that a seed decides: worlds pass in theirs, so that they can be replayed. */
export type RandomBytes = (length: number) => Uint8Array;

export type RsaBits = 2048 | 3072 | 4096;

/**
 * Makes an RSA key pair with the public exponent 65537 and returns its PKCS#8 private key, DER.
 * @param seed 48 bytes that decide the key: with `rsaFromSeed` the same seed gives the same key wherever it runs
 */
export type GenerateRsa = (bits: RsaBits, seed: Uint8Array) => Promise<Uint8Array>;

/** What new keys are made from. */
export interface Randomness {
  readonly randomBytes: RandomBytes;
  /**
   * Finds RSA primes elsewhere, which takes seconds for large keys: `rsaFromSeed` in a worker, or the platform's own
   * cryptography. The latter takes no seed, so that a world made with it goes on from a snapshot, which holds its
   * keys, but does not come out the same when its calls are made again.
   */
  readonly generateRsa?: GenerateRsa;
}

/** Key material of a symmetric encryption key or an HMAC key. */
export interface SecretMaterial {
  readonly type: 'secret';
  readonly keySpec: SecretKeySpec;
  /** 64 lower-case hexadecimal digits, computed from key id and material: importing the same again gives the same. */
  readonly keyMaterialId: string;
  /** The key's bytes, base64. */
  readonly secret: string;
}

/** Key material of an asymmetric key. */
export interface PairMaterial {
  readonly type: 'pair';
  readonly keySpec: PairKeySpec;
  readonly keyMaterialId: string;
  /** PKCS#8, DER, base64; ML-DSA and ML-KEM in their seed form. */
  readonly privateKey: string;
  /** SubjectPublicKeyInfo, DER, base64: what GetPublicKey answers. */
  readonly publicKey: string;
}

/** One key material of a KMS key: plain data that can be saved in a world. */
export type KeyMaterial = SecretMaterial | PairMaterial;

export type SecretKeySpec = Extract<KeySpec, 'SYMMETRIC_DEFAULT' | `HMAC_${string}`>;

/** Asymmetric key specs that the simulated Regions offer: all but SM2, which is for Regions in China. */
export type PairKeySpec = Exclude<KeySpec, SecretKeySpec | 'SM2'>;

/** A key pair for use outside KMS. */
export interface DataKeyPair {
  /** PKCS#8, DER. */
  readonly privateKey: Uint8Array;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
}

type AlgorithmFor<Usage extends KeyUsage> = {
  [Name in AlgorithmName]: (typeof algorithms)[Name]['usage'] extends Usage ? Name : never;
}[AlgorithmName];

export type EncryptionAlgorithm = AlgorithmFor<'ENCRYPT_DECRYPT'>;
export type SigningAlgorithm = AlgorithmFor<'SIGN_VERIFY'>;
export type MacAlgorithm = AlgorithmFor<'GENERATE_VERIFY_MAC'>;

export type MessageType = 'RAW' | 'DIGEST' | 'EXTERNAL_MU';

/** Pairs of an encryption context. The order does not matter, the case does. */
export type EncryptionContext = Readonly<Record<string, string>>;

/** What a symmetric ciphertext says about itself. */
export interface CiphertextHeader {
  /** The key's ARN. Related multi-Region keys decrypt each other's ciphertexts: only its key id is to be compared then. */
  readonly keyArn: string;
  readonly keyMaterialId: string;
}

export type WrappingKeySpec = Extract<KeySpec, `RSA_${string}`>;

export type WrappingAlgorithm =
  | 'RSAES_OAEP_SHA_1'
  | 'RSAES_OAEP_SHA_256'
  | 'RSA_AES_KEY_WRAP_SHA_1'
  | 'RSA_AES_KEY_WRAP_SHA_256';

/** What KMS keeps of an answer of GetParametersForImport. */
export interface ImportParameters {
  readonly wrappingAlgorithm: WrappingAlgorithm;
  readonly wrappingKey: PairMaterial;
  /** Base64. */
  readonly importToken: string;
}

/** Problems that their code says all about. */
export type PlainCryptoCode =
  /** Not authentic, not ours, or for another key material or encryption context. */
  | 'InvalidCiphertext'
  | 'InvalidSignature'
  | 'InvalidMac'
  /** Not a public key in DER on the key's own curve. */
  | 'InvalidPublicKey'
  /** Not key material of the key's spec. */
  | 'InvalidKeyMaterial'
  /** No import parameters came with this token. */
  | 'InvalidImportToken'
  /** Only symmetric encryption keys take an encryption context. */
  | 'EncryptionContextNotSupported';

/** Why a cryptographic function has no result; the simulator's operations turn it into AWS's exception. */
export type CryptoProblem =
  | { readonly code: PlainCryptoCode }
  | { readonly code: 'IncompatibleAlgorithm'; readonly algorithm: AlgorithmName; readonly keySpec: KeySpec }
  | {
      readonly code: 'IncompatibleMessageType';
      readonly messageType: MessageType;
      readonly algorithm: SigningAlgorithm;
      readonly keySpec: KeySpec;
    }
  | { readonly code: 'InvalidDigestLength'; readonly algorithm: SigningAlgorithm }
  | {
      readonly code: 'PlaintextTooLong';
      readonly algorithm: EncryptionAlgorithm;
      readonly keySpec: KeySpec;
      readonly limit: number;
    }
  | {
      readonly code: 'IncompatibleWrapping';
      readonly wrappingAlgorithm: WrappingAlgorithm;
      readonly wrappingKeySpec: WrappingKeySpec;
      readonly keySpec: KeySpec;
    }
  /** SM2: not offered in the simulated Regions. */
  | { readonly code: 'UnsupportedKeySpec'; readonly keySpec: KeySpec };

export type CryptoResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | ({ readonly ok: false } & CryptoProblem);
