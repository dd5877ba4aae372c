// Symmetric ciphertexts. KMS's own format is not published; this one carries the same things:
//   "KMSP" · version · length of the ARN (2 bytes) · ARN · key material id (32) · IV (12) · ciphertext · tag (16)
// AES-256-GCM authenticates everything before the IV, followed by the encryption context.
import { gcm } from '@noble/ciphers/aes.js';
import { bytesToUtf8, concatBytes, equalBytes, utf8ToBytes } from '@noble/ciphers/utils.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { fromBase64 } from './bytes.ts';
import { encodeContext } from './encryption-context.ts';
import { attempt, fail, succeed } from './result.ts';
import type {
  CiphertextHeader,
  CryptoResult,
  EncryptionContext,
  RandomBytes,
  SecretMaterial,
} from './types.ts';

const prefix = concatBytes(utf8ToBytes('KMSP'), Uint8Array.of(1));
const arnAt = prefix.length + 2;
const idBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

interface Parts extends CiphertextHeader {
  readonly header: Uint8Array;
  readonly iv: Uint8Array;
  readonly sealed: Uint8Array;
}

function encodeHeader({ keyArn, keyMaterialId }: CiphertextHeader): Uint8Array {
  const arn = utf8ToBytes(keyArn);
  const length = Uint8Array.of(arn.length >>> 8, arn.length & 0xff);
  return concatBytes(prefix, length, arn, hexToBytes(keyMaterialId));
}

function readParts(ciphertext: Uint8Array): Parts | undefined {
  const [high, low] = ciphertext.subarray(prefix.length);
  if (!equalBytes(ciphertext.subarray(0, prefix.length), prefix)) return undefined;
  if (high === undefined || low === undefined) return undefined;
  const idAt = arnAt + ((high << 8) | low);
  const ivAt = idAt + idBytes;
  if (ciphertext.length < ivAt + ivBytes + tagBytes) return undefined;
  return {
    keyArn: bytesToUtf8(ciphertext.subarray(arnAt, idAt)),
    keyMaterialId: bytesToHex(ciphertext.subarray(idAt, ivAt)),
    header: ciphertext.subarray(0, ivAt),
    iv: ciphertext.subarray(ivAt, ivAt + ivBytes),
    sealed: ciphertext.subarray(ivAt + ivBytes),
  };
}

/** Which key and key material a symmetric ciphertext is for, as it says itself; decrypting shows whether it is true. */
export function readCiphertext(ciphertext: Uint8Array): CryptoResult<CiphertextHeader> {
  const parts = readParts(ciphertext);
  if (parts === undefined) return fail({ code: 'InvalidCiphertext' });
  return succeed({ keyArn: parts.keyArn, keyMaterialId: parts.keyMaterialId });
}

/** Encrypts with a symmetric encryption key. */
export function seal(
  material: SecretMaterial,
  keyArn: string,
  plaintext: Uint8Array,
  context: EncryptionContext | undefined,
  randomBytes: RandomBytes,
): Uint8Array {
  const header = encodeHeader({ keyArn, keyMaterialId: material.keyMaterialId });
  const iv = randomBytes(ivBytes);
  const cipher = gcm(fromBase64(material.secret), iv, concatBytes(header, encodeContext(context)));
  return concatBytes(header, iv, cipher.encrypt(plaintext));
}

/** Decrypts with a symmetric encryption key. */
export function open(
  material: SecretMaterial,
  ciphertext: Uint8Array,
  context: EncryptionContext | undefined,
): CryptoResult<Uint8Array> {
  const parts = readParts(ciphertext);
  if (parts?.keyMaterialId !== material.keyMaterialId) return fail({ code: 'InvalidCiphertext' });
  const authenticated = concatBytes(parts.header, encodeContext(context));
  return attempt('InvalidCiphertext', () =>
    gcm(fromBase64(material.secret), parts.iv, authenticated).decrypt(parts.sealed),
  );
}
