// The newest SDK drives a real endpoint over HTTP, every operation once.
import { constants, publicEncrypt, randomBytes } from 'node:crypto';
import { KMS } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operations } from '@/simulator/catalog/operations.ts';
import { createWorld } from '@/simulator/index.ts';
import { Endpoint } from './endpoint.ts';
import { generateRsa } from './generate-rsa.ts';

const account = '111122223333';
const definition = { accounts: [{ id: account, users: { ana: {} } }] };
const ana = `arn:aws:iam::${account}:user/ana`;
const world = createWorld(definition, { generateRsa });
const endpoint = new Endpoint({
  world,
  makeWorld: () => createWorld(definition),
  account,
  requireSecret: false,
  now: () => world.now.getTime(),
});

let kms: KMS;
const called = new Set<string>();

beforeAll(async () => {
  await new Promise<void>((resolve) => endpoint.server.listen(0, '127.0.0.1', resolve));
  const address = endpoint.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  kms = new KMS({
    endpoint: `http://127.0.0.1:${address.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  kms.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        called.add(commandName.replace(/Command$/, ''));
        return next(args);
      },
    { step: 'initialize' },
  );
});

afterAll(async () => {
  kms.destroy();
  await new Promise((resolve) => endpoint.server.close(resolve));
});

type Made = Parameters<KMS['createKey']>[0];

async function newKey(input: Made = {}): Promise<string> {
  const { KeyMetadata } = await kms.createKey(input);
  return KeyMetadata?.Arn ?? '';
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const bytes = (value: string) => new TextEncoder().encode(value);

it('keys and what belongs to them', async () => {
  const KeyId = await newKey({ Description: 'one', Tags: [{ TagKey: 'a', TagValue: 'b' }] });
  await kms.updateKeyDescription({ KeyId, Description: 'two' });
  expect((await kms.describeKey({ KeyId })).KeyMetadata?.Description).toBe('two');
  expect((await kms.listKeys({})).Keys?.map(({ KeyArn }) => KeyArn)).toContain(KeyId);
  await kms.tagResource({ KeyId, Tags: [{ TagKey: 'c', TagValue: 'd' }] });
  await kms.untagResource({ KeyId, TagKeys: ['a'] });
  expect((await kms.listResourceTags({ KeyId })).Tags).toEqual([{ TagKey: 'c', TagValue: 'd' }]);
  const { Policy = '' } = await kms.getKeyPolicy({ KeyId });
  await kms.putKeyPolicy({ KeyId, Policy });
  expect((await kms.listKeyPolicies({ KeyId })).PolicyNames).toEqual(['default']);
  await kms.createAlias({ AliasName: 'alias/one', TargetKeyId: KeyId });
  await kms.updateAlias({ AliasName: 'alias/one', TargetKeyId: await newKey() });
  expect((await kms.listAliases({})).Aliases?.map(({ AliasName }) => AliasName)).toContain('alias/one');
  await kms.deleteAlias({ AliasName: 'alias/one' });
  await kms.disableKey({ KeyId });
  await kms.enableKey({ KeyId });
  const { DeletionDate } = await kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
  expect(DeletionDate).toBeInstanceOf(Date);
  await kms.cancelKeyDeletion({ KeyId });
});

it('encryption', async () => {
  const KeyId = await newKey();
  const { CiphertextBlob } = await kms.encrypt({ KeyId, Plaintext: bytes('plain') });
  expect(text((await kms.decrypt({ CiphertextBlob })).Plaintext)).toBe('plain');
  const moved = await kms.reEncrypt({ CiphertextBlob, DestinationKeyId: await newKey() });
  expect(text((await kms.decrypt({ CiphertextBlob: moved.CiphertextBlob })).Plaintext)).toBe('plain');
  expect((await kms.generateDataKey({ KeyId, KeySpec: 'AES_256' })).Plaintext).toHaveLength(32);
  await kms.generateDataKeyWithoutPlaintext({ KeyId, NumberOfBytes: 16 });
  expect((await kms.generateDataKeyPair({ KeyId, KeyPairSpec: 'ECC_NIST_P256' })).PublicKey).toBeDefined();
  await kms.generateDataKeyPairWithoutPlaintext({ KeyId, KeyPairSpec: 'ECC_NIST_P256' });
  expect((await kms.generateRandom({ NumberOfBytes: 8 })).Plaintext).toHaveLength(8);
  expect((await kms.getKeyLastUsage({ KeyId })).KeyLastUsage?.Operation).toBe(
    'GenerateDataKeyPairWithoutPlaintext',
  );
});

it('signatures, MACs and shared secrets', async () => {
  const signing = { KeyId: await newKey({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }) };
  const message = { Message: bytes('m'), SigningAlgorithm: 'RSASSA_PSS_SHA_256' } as const;
  const { Signature } = await kms.sign({ ...signing, ...message });
  expect((await kms.verify({ ...signing, ...message, Signature })).SignatureValid).toBe(true);
  expect((await kms.getPublicKey(signing)).PublicKey).toBeDefined();
  const mac = {
    KeyId: await newKey({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
    Message: bytes('m'),
    MacAlgorithm: 'HMAC_SHA_256',
  } as const;
  const { Mac } = await kms.generateMac(mac);
  expect((await kms.verifyMac({ ...mac, Mac })).MacValid).toBe(true);
  const agreement = { KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' } as const;
  const [one, two] = [await newKey(agreement), await newKey(agreement)];
  const derive = async (KeyId: string, other: string) => {
    const { PublicKey } = await kms.getPublicKey({ KeyId: other });
    return kms.deriveSharedSecret({ KeyId, KeyAgreementAlgorithm: 'ECDH', PublicKey });
  };
  expect((await derive(one, two)).SharedSecret).toEqual((await derive(two, one)).SharedSecret);
  const capsule = {
    KeyId: await newKey({ KeySpec: 'ML_KEM_768', KeyUsage: 'ENCAPSULATE_DECAPSULATE' }),
    EncapsulationAlgorithm: 'ML_KEM',
  } as const;
  const { SharedSecret, SharedSecretCiphertextBlob } = await kms.encapsulate(capsule);
  const opened = await kms.decapsulate({ ...capsule, SharedSecretCiphertextBlob });
  expect(opened.SharedSecret).toEqual(SharedSecret);
});

it('grants', async () => {
  const KeyId = await newKey();
  const grant = { KeyId, GranteePrincipal: ana, RetiringPrincipal: ana, Operations: ['Decrypt' as const] };
  const { GrantId, GrantToken } = await kms.createGrant(grant);
  expect((await kms.listGrants({ KeyId })).Grants?.map((one) => one.GrantId)).toEqual([GrantId]);
  expect((await kms.listRetirableGrants({ RetiringPrincipal: ana })).Grants).toHaveLength(1);
  await kms.retireGrant({ GrantToken });
  expect((await kms.listGrants({ KeyId })).Grants).toEqual([]);
  const second = await kms.createGrant(grant);
  await kms.revokeGrant({ KeyId, GrantId: second.GrantId });
  expect((await kms.listGrants({ KeyId })).Grants).toEqual([]);
});

it('rotation, imported key material and other Regions', async () => {
  const KeyId = await newKey();
  await kms.enableKeyRotation({ KeyId, RotationPeriodInDays: 180 });
  expect(await kms.getKeyRotationStatus({ KeyId })).toMatchObject({
    KeyRotationEnabled: true,
    RotationPeriodInDays: 180,
  });
  await kms.disableKeyRotation({ KeyId });
  await kms.rotateKeyOnDemand({ KeyId });
  expect((await kms.listKeyRotations({ KeyId })).Rotations).toHaveLength(1);
  const imported = await newKey({ Origin: 'EXTERNAL' });
  const { PublicKey, ImportToken } = await kms.getParametersForImport({
    KeyId: imported,
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  });
  const EncryptedKeyMaterial = publicEncrypt(
    {
      key: Buffer.concat([
        Buffer.from('-----BEGIN PUBLIC KEY-----\n'),
        Buffer.from(Buffer.from(PublicKey ?? []).toString('base64')),
        Buffer.from('\n-----END PUBLIC KEY-----\n'),
      ]),
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
    },
    randomBytes(32),
  );
  await kms.importKeyMaterial({
    KeyId: imported,
    ImportToken,
    EncryptedKeyMaterial,
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
  });
  await kms.encrypt({ KeyId: imported, Plaintext: bytes('x') });
  await kms.deleteImportedKeyMaterial({ KeyId: imported });
  const primary = await newKey({ MultiRegion: true });
  const { ReplicaKeyMetadata } = await kms.replicateKey({ KeyId: primary, ReplicaRegion: 'eu-west-1' });
  expect(ReplicaKeyMetadata?.KeyState).toBe('Creating');
  world.advance({ minutes: 1 });
  await kms.updatePrimaryRegion({ KeyId: primary, PrimaryRegion: 'eu-west-1' });
});

it('custom key stores', async () => {
  const { CustomKeyStoreId } = await kms.createCustomKeyStore({
    CustomKeyStoreName: 'hsm',
    CloudHsmClusterId: 'cluster-abcdefghijk',
    KeyStorePassword: 'kmsPswd1',
    TrustAnchorCertificate: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
  });
  await kms.connectCustomKeyStore({ CustomKeyStoreId });
  world.advance({ hours: 1 });
  const { CustomKeyStores } = await kms.describeCustomKeyStores({ CustomKeyStoreId });
  expect(CustomKeyStores?.[0]?.ConnectionState).toBe('CONNECTED');
  await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
  world.advance({ hours: 1 });
  await kms.updateCustomKeyStore({ CustomKeyStoreId, NewCustomKeyStoreName: 'other' });
  await kms.deleteCustomKeyStore({ CustomKeyStoreId });
});

it('that was every operation', () => {
  expect([...called].sort()).toEqual(Object.keys(operations).sort());
});
