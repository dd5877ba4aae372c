/* Imported key material: what comes in, and what it is to the key. */
import { keySpecs } from '../../catalog/key-specs.ts';
import { toBase64 } from '../../keys/bytes.ts';
import { unwrapKeyMaterial } from '../../keys/import.ts';
import type { ImportParameters, KeyMaterial } from '../../keys/types.ts';
import { isPermanent } from '../../world/events.ts';
import { importedRecord } from '../../world/material.ts';
import type { KeyCore, KeyRecord } from '../../world/types.ts';
import type { Call } from './call.ts';
import { unwrap } from './cryptography.ts';
import { isComplete } from './key-metadata.ts';
import { refuse } from './refusal.ts';

type ImportCall = Call<'ImportKeyMaterial'>;

/** The key material in the request, if its token is good and the material is the one that was announced. */
export function unwrapImport({ draft, key, core, now, input }: ImportCall): KeyMaterial {
  const given = draft.get('imports', toBase64(input.ImportToken));
  if (given?.keyArn !== key.arn) refuse('importTokenInvalid');
  if (given.validTo <= now) refuse('importTokenExpired');
  checkSize(given.parameters, input.EncryptedKeyMaterial);
  const material = unwrap(
    unwrapKeyMaterial(given.parameters, core.keyId, core.keySpec, input.EncryptedKeyMaterial),
  );
  const announced = input.KeyMaterialId;
  if (announced !== undefined && announced !== material.keyMaterialId) refuse('keyMaterialMismatch');
  return material;
}

/** What RSAES_OAEP encrypts is as long as the wrapping key. */
function checkSize({ wrappingAlgorithm, wrappingKey }: ImportParameters, wrapped: Uint8Array): void {
  const bits = Number(wrappingKey.keySpec.replace('RSA_', ''));
  if (wrappingAlgorithm.startsWith('RSAES') && wrapped.length !== bits / 8) refuse('wrappedSize');
}

/** Puts the material into the key's Region; the key is enabled when nothing is missing any more. */
export function importInto({ draft, key, core, input }: ImportCall, material: KeyMaterial): void {
  const { keyMaterialId: id } = material;
  const known = core.materials.some(({ keyMaterialId }) => keyMaterialId === id);
  if (known && input.ImportType === 'NEW_KEY_MATERIAL' && isPermanent(core, id)) refuse('keyMaterialKnown');
  if (!known) draft.updateCore(core, withNew(core, key, material, input));
  const expiresAt =
    input.ExpirationModel === 'KEY_MATERIAL_DOES_NOT_EXPIRE' ? null : (input.ValidTo?.getTime() ?? null);
  const imported = { ...key.imported, [id]: { material, expiresAt } };
  const complete = isComplete(draft.core(key), { ...key, imported });
  const enabled = key.state === 'PendingImport' && complete;
  draft.updateKey(key, { imported, ...(enabled && { state: 'Enabled' as const }) });
}

/** What the key's relatives share, with a material that it did not have before. */
function withNew(
  core: KeyCore,
  key: KeyRecord,
  material: KeyMaterial,
  { ImportType, KeyMaterialDescription }: ImportCall['input'],
): Partial<KeyCore> {
  const { keyMaterialId } = material;
  const record = importedRecord(material, KeyMaterialDescription ?? null);
  if (core.materials.length === 0) return { materials: [record], currentMaterialId: keyMaterialId };
  if (ImportType !== 'NEW_KEY_MATERIAL') refuse('keyMaterialMismatch');
  if (keySpecs[core.keySpec].family !== 'symmetric') refuse('importTypeSymmetricOnly');
  if (core.primaryRegion !== key.region) refuse('notMultiRegionPrimary', { keyArn: key.arn });
  if (core.pendingMaterialId !== null) {
    refuse('otherMaterialPending', {
      newKeyMaterialId: keyMaterialId,
      keyMaterialId: core.pendingMaterialId,
      keyArn: key.arn,
    });
  }
  return { materials: [...core.materials, record], pendingMaterialId: keyMaterialId };
}
