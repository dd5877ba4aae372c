/* Encryption and decryption with KMS keys, for the operations that share it. */
import { dataKeySpecs } from '../../catalog/algorithms.ts';
import { keySpecs } from '../../catalog/key-specs.ts';
import { readCiphertext } from '../../keys/ciphertext.ts';
import { decrypt, encrypt } from '../../keys/encryption.ts';
import type { EncryptionAlgorithm, EncryptionContext, KeyMaterial } from '../../keys/types.ts';
import { parseArn } from '../../match/arn.ts';
import { type Draft, keyArn, keyIdOf } from '../../world/draft.ts';
import type { KeyRecord } from '../../world/types.ts';
import type { FoundKey } from './call.ts';
import { unwrap } from './cryptography.ts';
import { findKey, type KeyQuestion, refuseForeign } from './find-key.ts';
import { currentMaterial, findMaterial } from './material.ts';
import { refuse } from './refusal.ts';

interface Encrypted {
  readonly ciphertext: Uint8Array;
  /** Null for keys without such ids. */
  readonly keyMaterialId: string | null;
}

/** A ciphertext under the key material that is current. */
export function encryptUnder(
  draft: Draft,
  key: KeyRecord,
  plaintext: Uint8Array,
  context: EncryptionContext | undefined,
  algorithm: EncryptionAlgorithm = 'SYMMETRIC_DEFAULT',
): Encrypted {
  const material = currentMaterial(draft, key);
  const request = { algorithm, keyArn: key.arn, plaintext, context };
  return {
    ciphertext: unwrap(encrypt(material, request, draft.random.bytes)),
    keyMaterialId: shownId(draft, key, material),
  };
}

function shownId(draft: Draft, key: KeyRecord, { type, keyMaterialId }: KeyMaterial): string | null {
  return type === 'secret' && draft.core(key).customKeyStoreId === null ? keyMaterialId : null;
}

/** What Decrypt and ReEncrypt say of the ciphertext they bring. */
export interface CiphertextSource {
  readonly ciphertext: Uint8Array | undefined;
  readonly keyId: string | undefined;
  readonly context: EncryptionContext | undefined;
  readonly algorithm: EncryptionAlgorithm;
  /** A dry run that asks about a key alone. */
  readonly ignoresCiphertext: boolean;
  /** The name of the ciphertext's member in messages. */
  readonly member: string;
}

/** The key to decrypt with: the one that is named, or the one that a symmetric ciphertext names itself. */
export function sourceKey(question: KeyQuestion, source: CiphertextSource): FoundKey {
  const { ciphertext, keyId, algorithm, ignoresCiphertext, member } = source;
  if (ciphertext === undefined && !ignoresCiphertext) refuse('memberNull', { member });
  if (keyId !== undefined) return findKey(question, keyId);
  if (algorithm !== 'SYMMETRIC_DEFAULT') refuse('keyIdForAsymmetric');
  if (ciphertext === undefined) refuse('memberNull', { member: 'keyId' });
  const { draft, caller, operation } = question;
  const named = parseArn(unwrap(readCiphertext(ciphertext)).keyArn);
  // Related multi-Region keys decrypt each other's ciphertexts, so the Region of the call counts.
  const arn = named && keyArn(caller.region, named.account, keyIdOf(named.resource));
  const key = arn === null ? undefined : draft.get('keys', arn);
  if (key === undefined)
    refuseForeign(caller, `kms:${operation === 'ReEncrypt' ? 'ReEncryptFrom' : operation}`, true);
  return { key, requested: '' };
}

/**
 * Refuses what is no symmetric ciphertext though it is said to be one, and a ciphertext of another key than the one that
 * is named, before the key itself is looked at.
 */
export function confirmKey(source: CiphertextSource, found: FoundKey | undefined): void {
  const { ciphertext, keyId, algorithm, ignoresCiphertext } = source;
  if (ciphertext === undefined || keyId === undefined || found === undefined || ignoresCiphertext) return;
  const header = readCiphertext(ciphertext);
  if (!header.ok) {
    if (algorithm === 'SYMMETRIC_DEFAULT') refuse('invalidCiphertext');
    return;
  }
  if (keyIdOf(header.value.keyArn) !== keyIdOf(found.key.arn)) refuse('wrongKeyForCiphertext');
}

interface Decrypted {
  readonly plaintext: Uint8Array;
  readonly keyMaterialId: string | null;
}

/** The plaintext of a ciphertext, with whichever key material of the key it was made. */
export function decryptWith(draft: Draft, key: KeyRecord, source: CiphertextSource): Decrypted {
  const { ciphertext, algorithm, context, ignoresCiphertext } = source;
  if (ciphertext === undefined || ignoresCiphertext)
    return { plaintext: new Uint8Array(), keyMaterialId: null };
  const material = materialFor(draft, key, source);
  const plaintext = unwrap(decrypt(material, { algorithm, ciphertext, context }));
  return { plaintext, keyMaterialId: shownId(draft, key, material) };
}

function materialFor(draft: Draft, key: KeyRecord, { ciphertext, algorithm }: CiphertextSource): KeyMaterial {
  const symmetric = keySpecs[draft.core(key).keySpec].family === 'symmetric';
  if (!symmetric || algorithm !== 'SYMMETRIC_DEFAULT' || ciphertext === undefined)
    return currentMaterial(draft, key);
  const { keyMaterialId } = unwrap(readCiphertext(ciphertext));
  return findMaterial(draft, key, keyMaterialId) ?? refuse('invalidCiphertext');
}

interface DataKeyRequest {
  readonly NumberOfBytes?: number | undefined;
  readonly KeySpec?: keyof typeof dataKeySpecs | undefined;
}

/** One of the two says how long the data key is to be. */
export function checkDataKeySize({ NumberOfBytes, KeySpec }: DataKeyRequest): void {
  if ((NumberOfBytes === undefined) === (KeySpec === undefined)) refuse('dataKeySize');
}

export function dataKeyBytes({ NumberOfBytes = 0, KeySpec }: DataKeyRequest): number {
  return KeySpec === undefined ? NumberOfBytes : dataKeySpecs[KeySpec];
}
