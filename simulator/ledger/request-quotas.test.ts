import { expect, test } from 'vitest';
import { World } from '../index.ts';
import { alice, keyArn, keyId, ledgerWorld, must, visitor } from '../testing/ledger-world.ts';
import { Trail, type TrailRecord } from '../world/trail.ts';
import { RequestCounters } from './request-quotas.ts';

const Message = Uint8Array.of(1);
const limited = () => ledgerWorld([{}], { requestQuotas: true });

async function nameOf(answer: Promise<{ ok: true } | { ok: false; error: { name: string } }>) {
  const result = await answer;
  return result.ok ? 'ok' : result.error.name;
}

test('quotas are off by default', async () => {
  const world = ledgerWorld();
  for (let i = 0; i < 8; i++) await must(world, 'DisableKey', { KeyId: keyId });
  expect(world.trail.length).toBe(8);
});

test('five a second, for each account, Region and operation', async () => {
  let world = limited();
  for (let i = 0; i < 5; i++)
    await must(world, 'UpdateKeyDescription', { KeyId: keyId, Description: `${i}` });
  world = World.restore(JSON.parse(JSON.stringify(world.snapshot())));
  const again = () => world.call(alice, 'UpdateKeyDescription', { KeyId: keyId, Description: 'late' });
  const refused = await again();
  expect(refused).toMatchObject({
    ok: false,
    error: {
      name: 'ThrottlingException',
      message: 'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
    },
  });
  expect(world.trail.at(-1)?.error?.name).toBe('ThrottlingException');
  const { KeyMetadata } = await must(world, 'DescribeKey', { KeyId: keyId });
  expect(KeyMetadata?.Description).toBe('4');
  expect(await nameOf(world.call(alice, 'EnableKey', { KeyId: keyId }))).toBe('ok');
  const elsewhere = { arn: alice, region: 'eu-west-1' };
  expect(await nameOf(world.call(elsewhere, 'CreateKey', {}))).toBe('ok');
  world.advance({ seconds: 1 });
  expect(await nameOf(again())).toBe('ok');
});

/** So many records of a call that was made. */
function trailOf(record: TrailRecord | undefined, length: number): Pick<Trail, 'at' | 'length'> {
  return { at: (index) => (index < length ? record : undefined), length };
}

test('symmetric operations share a quota that goes by Region; RSA keys have their own', async () => {
  const world = ledgerWorld();
  const { CiphertextBlob } = await must(world, 'Encrypt', { KeyId: keyId, Plaintext: Message });
  await must(world, 'Decrypt', { CiphertextBlob });
  await must(world, 'GenerateDataKey', { KeyId: keyArn, KeySpec: 'AES_256' }, visitor);
  const [encrypt, decrypt, foreign] = world.trail;
  if (!encrypt || !decrypt || !foreign) throw new Error('three calls');
  const sign: TrailRecord = { ...encrypt, name: 'Sign', keySpecs: ['RSA_2048'] };
  const after = (length: number, next: TrailRecord, past: TrailRecord = encrypt) =>
    new RequestCounters().exceeds(trailOf(past, length), next);
  expect(after(10_000, decrypt)).toBe(false);
  expect(after(1000, sign, sign)).toBe(true);
  const far = { region: 'sa-east-1' };
  expect(after(9_999, { ...decrypt, ...far }, { ...encrypt, ...far })).toBe(false);
  expect(after(10_000, { ...decrypt, ...far }, { ...encrypt, ...far })).toBe(true);
  expect(after(10_000, { ...sign, ...far }, { ...encrypt, ...far })).toBe(false);
  // The quota of the account that calls, not of the one that owns the key.
  expect(after(10_000, { ...foreign, ...far }, { ...encrypt, ...far })).toBe(false);
});

test('a replica takes two CreateKey requests in its Region', async () => {
  const mrk = 'mrk-1234abcd12ab34cd56ef123456789012';
  const world = ledgerWorld([{ id: mrk, multiRegion: true }], { requestQuotas: true });
  await must(world, 'ReplicateKey', { KeyId: mrk, ReplicaRegion: 'eu-west-1' });
  const there = { arn: alice, region: 'eu-west-1' };
  const answers: string[] = [];
  for (let i = 0; i < 4; i++) answers.push(await nameOf(world.call(there, 'CreateKey', {})));
  expect(answers).toEqual(['ok', 'ok', 'ok', 'ThrottlingException']);
});

test('throttled requests and earlier seconds do not count', async () => {
  const world = limited();
  await must(world, 'EnableKey', { KeyId: keyId });
  const record = world.trail.at(0);
  if (record === undefined) throw new Error('no record');
  const error = { name: 'ThrottlingException', message: '' };
  const trail = new Trail();
  for (let i = 0; i < 9; i++) trail.append({ ...record, at: record.at - 1 });
  for (let i = 0; i < 9; i++) trail.append({ ...record, error });
  for (let i = 0; i < 4; i++) trail.append(record);
  const counters = new RequestCounters();
  expect(counters.exceeds(trail, record)).toBe(false);
  trail.append(record);
  expect(counters.exceeds(trail, record)).toBe(true);
});
