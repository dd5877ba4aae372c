import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { KeySpec } from '../catalog/key-specs.ts';
import { toBase64, uint32 } from './bytes.ts';
import { edwardsFamily, weierstrassFamily } from './curves.ts';
import { decodePrivateKey, encodePrivateKey, encodePublicKey } from './key-encoding.ts';
import { latticeFamily } from './lattices.ts';
import type { PairFamily } from './pair-family.ts';
import { fail, succeed } from './result.ts';
import { rsaFamily } from './rsa-generate.ts';
import type {
  CryptoResult,
  DataKeyPair,
  KeyMaterial,
  PairKeySpec,
  Randomness,
  SecretKeySpec,
} from './types.ts';

const secretBytes: Readonly<Record<SecretKeySpec, number>> = {
  SYMMETRIC_DEFAULT: 32,
  HMAC_224: 28,
  HMAC_256: 32,
  HMAC_384: 48,
  HMAC_512: 64,
};

const families: Readonly<Record<PairKeySpec, PairFamily>> = {
  RSA_2048: rsaFamily('RSA_2048'),
  RSA_3072: rsaFamily('RSA_3072'),
  RSA_4096: rsaFamily('RSA_4096'),
  ECC_NIST_P256: weierstrassFamily('ECC_NIST_P256'),
  ECC_NIST_P384: weierstrassFamily('ECC_NIST_P384'),
  ECC_NIST_P521: weierstrassFamily('ECC_NIST_P521'),
  ECC_SECG_P256K1: weierstrassFamily('ECC_SECG_P256K1'),
  ECC_NIST_EDWARDS25519: edwardsFamily,
  ML_DSA_44: latticeFamily('ML_DSA_44'),
  ML_DSA_65: latticeFamily('ML_DSA_65'),
  ML_DSA_87: latticeFamily('ML_DSA_87'),
  ML_KEM_512: latticeFamily('ML_KEM_512'),
  ML_KEM_768: latticeFamily('ML_KEM_768'),
  ML_KEM_1024: latticeFamily('ML_KEM_1024'),
};

const isSecret = (keySpec: KeySpec): keySpec is SecretKeySpec => keySpec in secretBytes;
const isPair = (keySpec: KeySpec): keySpec is PairKeySpec => keySpec in families;

/** New key material for a KMS key. Large RSA keys take long without `generateRsa`. */
export async function generateKeyMaterial(
  keyId: string,
  keySpec: KeySpec,
  randomness: Randomness,
): Promise<CryptoResult<KeyMaterial>> {
  if (isSecret(keySpec)) {
    return makeKeyMaterial(keyId, keySpec, randomness.randomBytes(secretBytes[keySpec]));
  }
  const pair = await generateDataKeyPair(keySpec, randomness);
  return pair.ok ? makeKeyMaterial(keyId, keySpec, pair.value.privateKey) : pair;
}

/** A key pair for use outside KMS: PKCS#8 and SubjectPublicKeyInfo, DER. */
export async function generateDataKeyPair(
  keySpec: KeySpec,
  randomness: Randomness,
): Promise<CryptoResult<DataKeyPair>> {
  if (!isPair(keySpec)) return fail({ code: 'UnsupportedKeySpec', keySpec });
  const key = await families[keySpec].generate(randomness);
  return (key && completePair(keySpec, key)) ?? fail({ code: 'InvalidKeyMaterial' });
}

/**
 * Key material from its bytes, as ImportKeyMaterial takes them: the secret itself, or a private key in PKCS#8. The
 * same material for the same key id has the same key material id, however its PKCS#8 was written.
 */
export function makeKeyMaterial(
  keyId: string,
  keySpec: KeySpec,
  bytes: Uint8Array,
): CryptoResult<KeyMaterial> {
  if (isSecret(keySpec)) {
    if (bytes.length !== secretBytes[keySpec]) return fail({ code: 'InvalidKeyMaterial' });
    return succeed({
      type: 'secret',
      keySpec,
      keyMaterialId: materialId(keyId, bytes),
      secret: toBase64(bytes),
    });
  }
  if (!isPair(keySpec)) return fail({ code: 'UnsupportedKeySpec', keySpec });
  const inner = decodePrivateKey(keySpec, bytes);
  const pair = inner && completePair(keySpec, inner);
  if (!pair?.ok) return fail({ code: 'InvalidKeyMaterial' });
  const { privateKey, publicKey } = pair.value;
  return succeed({
    type: 'pair',
    keySpec,
    keyMaterialId: materialId(keyId, privateKey),
    privateKey: toBase64(privateKey),
    publicKey: toBase64(publicKey),
  });
}

function completePair(keySpec: PairKeySpec, inner: Uint8Array): CryptoResult<DataKeyPair> | undefined {
  const pair = families[keySpec].complete(inner);
  return (
    pair &&
    succeed({
      privateKey: encodePrivateKey(keySpec, pair.privateKey),
      publicKey: encodePublicKey(keySpec, pair.publicKey),
    })
  );
}

/** Hides the material like any hash. The length in front keeps key id and material apart. */
function materialId(keyId: string, bytes: Uint8Array): string {
  const id = utf8ToBytes(keyId);
  return bytesToHex(sha256(concatBytes(uint32(id.length), id, bytes)));
}
