// Every operation on a key in every key state, against the catalog's table.
import { expect, test } from 'vitest';
import { stateDependentOperations, stateResult } from '../catalog/key-states.ts';
import { hasRequestMember } from '../catalog/operation-members.ts';
import type { KeyState, OperationName } from '../catalog/types.ts';
import { createWorld, type Input, type World, type WorldCaller } from '../index.ts';
import type { KeyDefinition } from '../world/definition.ts';

const account = '111122223333';
const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const administrator = `arn:aws:iam::${account}:user/Admin`;
const mrk = 'mrk-1234abcd12ab34cd56ef123456789012';
const bytes = Uint8Array.of(1, 2, 3);

/** What kind of key an operation needs; symmetric encryption where nothing is said. */
const kinds: Partial<Record<OperationName, KeyDefinition>> = {
  Sign: { keySpec: 'ECC_NIST_P256', keyUsage: 'SIGN_VERIFY' },
  Verify: { keySpec: 'ECC_NIST_P256', keyUsage: 'SIGN_VERIFY' },
  GetPublicKey: { keySpec: 'ECC_NIST_P256', keyUsage: 'SIGN_VERIFY' },
  GenerateMac: { keySpec: 'HMAC_256', keyUsage: 'GENERATE_VERIFY_MAC' },
  VerifyMac: { keySpec: 'HMAC_256', keyUsage: 'GENERATE_VERIFY_MAC' },
  DeriveSharedSecret: { keySpec: 'ECC_NIST_P256', keyUsage: 'KEY_AGREEMENT' },
  Encapsulate: { keySpec: 'ML_KEM_512', keyUsage: 'ENCAPSULATE_DECAPSULATE' },
  Decapsulate: { keySpec: 'ML_KEM_512', keyUsage: 'ENCAPSULATE_DECAPSULATE' },
};

/** Requests that are well-formed; what else is wrong with them comes after the state. */
const inputs: Partial<Record<OperationName, object>> = {
  CreateAlias: { AliasName: 'alias/new' },
  CreateGrant: { GranteePrincipal: administrator, Operations: ['DescribeKey'] },
  Decapsulate: { SharedSecretCiphertextBlob: bytes, EncapsulationAlgorithm: 'ML_KEM' },
  Decrypt: { DryRun: true, DryRunModifiers: ['IGNORE_CIPHERTEXT'] },
  DeriveSharedSecret: { KeyAgreementAlgorithm: 'ECDH', PublicKey: bytes },
  Encapsulate: { EncapsulationAlgorithm: 'ML_KEM' },
  Encrypt: { Plaintext: bytes },
  GenerateDataKey: { KeySpec: 'AES_256' },
  GenerateDataKeyPair: { KeyPairSpec: 'ECC_NIST_P256' },
  GenerateDataKeyPairWithoutPlaintext: { KeyPairSpec: 'ECC_NIST_P256' },
  GenerateDataKeyWithoutPlaintext: { KeySpec: 'AES_256' },
  GenerateMac: { Message: bytes, MacAlgorithm: 'HMAC_SHA_256' },
  GetParametersForImport: { WrappingAlgorithm: 'RSAES_PKCS1_V1_5', WrappingKeySpec: 'RSA_2048' },
  ImportKeyMaterial: {
    ImportToken: bytes,
    EncryptedKeyMaterial: bytes,
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
  },
  PutKeyPolicy: { Policy: '{}' },
  ReEncrypt: { DryRun: true, DryRunModifiers: ['IGNORE_CIPHERTEXT'] },
  ReplicateKey: { ReplicaRegion: 'us-west-2' },
  RevokeGrant: { GrantId: '0'.repeat(64) },
  Sign: { Message: bytes, SigningAlgorithm: 'ECDSA_SHA_256' },
  TagResource: { Tags: [] },
  UntagResource: { TagKeys: [] },
  UpdateAlias: { AliasName: 'alias/key' },
  DeleteAlias: { AliasName: 'alias/key' },
  UpdateKeyDescription: { Description: '' },
  UpdatePrimaryRegion: { PrimaryRegion: 'eu-west-1' },
  Verify: { Message: bytes, SigningAlgorithm: 'ECDSA_SHA_256', Signature: bytes },
  VerifyMac: { Message: bytes, MacAlgorithm: 'HMAC_SHA_256', Mac: bytes },
};

interface Prepared {
  readonly world: World;
  readonly caller: WorldCaller;
  readonly keyId: string;
  readonly arn: string;
}

async function must<Op extends OperationName>(world: World, operation: Op, input: Input<Op>) {
  const result = await world.call(administrator, operation, input);
  if (!result.ok) throw new Error(`${operation}: ${result.error.name} ${result.error.message}`);
  return result.output;
}

function worldWith(definition: KeyDefinition, replica: boolean): Promise<World> | World {
  const key = { id: mrk, multiRegion: true, aliases: ['alias/key'], ...definition };
  const users = { Admin: { policies: { Everything: everything } } };
  const world = createWorld({ accounts: [{ id: account, users, keys: [key] }] });
  return replica ? withReplica(world) : world;
}

async function withReplica(world: World): Promise<World> {
  await must(world, 'ReplicateKey', { KeyId: mrk, ReplicaRegion: 'eu-west-1' });
  world.advance({ minutes: 1 });
  return world;
}

const reach: Readonly<
  Record<KeyState, (kind: KeyDefinition, replica: boolean) => Promise<Partial<Prepared>>>
> = {
  Enabled: async (kind, replica) => ({ world: await worldWith(kind, replica) }),
  Disabled: async (kind, replica) => {
    const world = await worldWith(kind, replica);
    await must(world, 'DisableKey', { KeyId: mrk });
    return { world };
  },
  PendingDeletion: async (kind) => {
    const world = await worldWith(kind, false);
    await must(world, 'ScheduleKeyDeletion', { KeyId: mrk });
    return { world };
  },
  PendingReplicaDeletion: async (kind) => {
    const world = await worldWith(kind, true);
    await must(world, 'ScheduleKeyDeletion', { KeyId: mrk });
    return { world };
  },
  PendingImport: async (kind) => ({ world: await worldWith({ ...kind, origin: 'EXTERNAL' }, false) }),
  Updating: async (kind) => {
    const world = await worldWith(kind, true);
    await must(world, 'UpdatePrimaryRegion', { KeyId: mrk, PrimaryRegion: 'eu-west-1' });
    return {
      world,
      caller: { arn: administrator, region: 'eu-west-1' },
      arn: `arn:aws:kms:eu-west-1:${account}:key/${mrk}`,
    };
  },
  Creating: async (kind) => {
    const world = await worldWith(kind, false);
    await must(world, 'ReplicateKey', { KeyId: mrk, ReplicaRegion: 'eu-west-1' });
    return {
      world,
      caller: { arn: administrator, region: 'eu-west-1' },
      arn: `arn:aws:kms:eu-west-1:${account}:key/${mrk}`,
    };
  },
  Unavailable: async () => {
    const world = await worldWith({}, false);
    const { CustomKeyStoreId } = await must(world, 'CreateCustomKeyStore', {
      CustomKeyStoreName: 'cluster',
      CloudHsmClusterId: 'cluster-abcdefghijk',
      TrustAnchorCertificate: 'certificate',
      KeyStorePassword: 'password',
    });
    await must(world, 'ConnectCustomKeyStore', { CustomKeyStoreId });
    world.advance({ hours: 1 });
    const made = await must(world, 'CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
    await must(world, 'DisconnectCustomKeyStore', { CustomKeyStoreId });
    return { world, keyId: made.KeyMetadata.KeyId, arn: made.KeyMetadata.Arn };
  },
};

const stateErrors = ['DisabledException', 'KMSInvalidStateException'];

/** Operations that look at something else of the request before the key's state, or name no key by KeyId. */
const skipped: readonly OperationName[] = ['DeleteAlias', 'RetireGrant', 'UpdateAlias'];

/** ML-KEM keys have no imported material, and a key that never had any has no public key. */
const unreachable: Partial<Record<OperationName, readonly KeyState[]>> = {
  Decapsulate: ['PendingImport'],
  Encapsulate: ['PendingImport'],
  GetPublicKey: ['PendingImport'],
  // Only a primary that has a replica can give its place away.
  UpdatePrimaryRegion: ['Creating', 'PendingDeletion', 'PendingImport'],
};

const pairs = stateDependentOperations
  .filter((name) => !skipped.includes(name))
  .flatMap((name) => (Object.keys(reach) as KeyState[]).map((state) => [name, state] as const))
  .filter(([name, state]) => stateResult(name, state)?.outcome !== 'impossible')
  .filter(([name, state]) => !unreachable[name]?.includes(state));

test.each(pairs)('%s when %s', async (name, state) => {
  const kind = kinds[name] ?? {};
  const prepared = await reach[state](kind, name === 'UpdatePrimaryRegion');
  const { world, caller = administrator, keyId = mrk } = prepared;
  const { arn = `arn:aws:kms:us-east-1:${account}:key/${mrk}` } = prepared;
  if (world === undefined) throw new Error('no world');
  const named = name === 'ReEncrypt' ? { SourceKeyId: keyId, DestinationKeyId: keyId } : { KeyId: keyId };
  const target = hasRequestMember(name, 'TargetKeyId') ? { TargetKeyId: keyId } : named;
  const result = await world.call(caller, name, { ...inputs[name], ...target } as Input<OperationName>);
  const error = result.ok ? null : result.error;
  const expected = stateResult(name, state);
  const isImported = state === 'PendingImport';
  if (expected?.outcome === 'fails') {
    const otherwise = expected.condition === 'notExternal' && !isImported ? expected.otherwise : undefined;
    expect(error?.name).toBe(otherwise ?? expected.exception);
    if (otherwise === undefined && expected.message) {
      const origin = state === 'Unavailable' ? 'AWS_CLOUDHSM' : 'AWS_KMS';
      expect(error?.message).toBe(expected.message.replace('{keyArn}', arn).replace('{origin}', origin));
    }
  } else if (expected?.outcome === 'depends' && expected.condition === 'notExternal' && !isImported) {
    expect(error?.name).toBe('UnsupportedOperationException');
  } else {
    expect(stateErrors).not.toContain(error?.name);
  }
});
