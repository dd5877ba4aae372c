// What holds for every world, whatever happens in it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorld, type Duration, World } from '../index.ts';

const account = '111122223333';
const administrator = `arn:aws:iam::${account}:user/Admin`;
const KeyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

function newWorld(): World {
  const users = { Admin: { policies: { Everything: everything } } };
  return createWorld({ accounts: [{ id: account, users, keys: [{ id: KeyId, rotationPeriodInDays: 90 }] }] });
}

async function must<Output>(
  pending: Promise<{ ok: true; output: Output } | { ok: false; error: { name: string } }>,
): Promise<Output> {
  const result = await pending;
  if (!result.ok) throw new Error(result.error.name);
  return result.output;
}

type Event = 'disable' | 'fork' | 'rotate' | 'save' | Duration;

const events: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom('disable' as const, 'fork' as const, 'rotate' as const, 'save' as const),
  fc.record({ days: fc.integer({ min: 0, max: 400 }) }),
);

/** The world after an event; a fork or a restored copy takes the place of the first. */
async function after(world: World, event: Event): Promise<World> {
  if (event === 'save') return World.restore(JSON.parse(JSON.stringify(world.snapshot())));
  if (event === 'fork') return world.fork();
  if (event === 'rotate') {
    // The limit, or an automatic rotation that is near, may forbid it.
    await world.call(administrator, 'RotateKeyOnDemand', { KeyId });
  } else if (event === 'disable') {
    await must(world.call(administrator, 'DisableKey', { KeyId }));
    await must(world.call(administrator, 'EnableKey', { KeyId }));
  } else world.advance(event);
  return world;
}

const contexts = fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), { maxKeys: 3 });
const plaintexts = fc.uint8Array({ minLength: 1, maxLength: 200 });

test('what was encrypted can be decrypted, through any rotations, saves and forks', async () => {
  await fc.assert(
    fc.asyncProperty(
      plaintexts,
      contexts,
      fc.array(events, { maxLength: 12 }),
      async (Plaintext, EncryptionContext, story) => {
        let world = newWorld();
        const input = { KeyId, Plaintext, EncryptionContext };
        const { CiphertextBlob } = await must(world.call(administrator, 'Encrypt', input));
        for (const event of story) world = await after(world, event);
        const opened = await must(
          world.call(administrator, 'Decrypt', { CiphertextBlob, EncryptionContext }),
        );
        expect([...opened.Plaintext]).toEqual([...Plaintext]);
        const wrong = { ...EncryptionContext, 'not-there-before': '' };
        const refused = await world.call(administrator, 'Decrypt', {
          CiphertextBlob,
          EncryptionContext: wrong,
        });
        expect(refused).toMatchObject({
          ok: false,
          error: { name: 'InvalidCiphertextException', message: '' },
        });
      },
    ),
    { numRuns: 60 },
  );
});

test('a flipped bit never gives a plaintext', async () => {
  const world = newWorld();
  const made = await must(world.call(administrator, 'Encrypt', { KeyId, Plaintext: Uint8Array.of(1, 2, 3) }));
  await fc.assert(
    fc.asyncProperty(fc.nat(made.CiphertextBlob.length * 8 - 1), async (bit) => {
      const CiphertextBlob = Uint8Array.from(made.CiphertextBlob);
      CiphertextBlob[bit >> 3] = (CiphertextBlob[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const result = await world.call(administrator, 'Decrypt', { CiphertextBlob, KeyId });
      expect(result.ok).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test('the same calls in the same order give the same world', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(events, { maxLength: 10 }), async (story) => {
      let one = newWorld();
      let other = newWorld();
      for (const event of story) {
        one = await after(one, event);
        other = await after(other, event);
      }
      expect(other.snapshot()).toEqual(one.snapshot());
    }),
    { numRuns: 30 },
  );
});

test('a fork goes its own way', async () => {
  const world = newWorld();
  const before = JSON.stringify(world.snapshot());
  const fork = world.fork();
  await must(fork.call(administrator, 'DisableKey', { KeyId }));
  fork.advance({ years: 1 });
  expect(JSON.stringify(world.snapshot())).toBe(before);
  expect(fork.trail.length).toBeGreaterThan(0);
});

test('calls take turns, and the clock waits for none of them', async () => {
  const world = newWorld();
  const names = Array.from({ length: 20 }, (_, i) => `alias/n${i}`);
  const pending = names.map((AliasName) =>
    world.call(administrator, 'CreateAlias', { AliasName, TargetKeyId: KeyId }),
  );
  expect(() => world.advance({ days: 1 })).toThrow('under way');
  for (const result of await Promise.all(pending)) expect(result.ok).toBe(true);
  expect(world.trail.slice(0).map(({ parameters }) => parameters?.AliasName)).toEqual(names);
});

test('nothing secret is in the trail', async () => {
  const world = newWorld();
  const secret = 'c2VjcmV0LXBsYWludGV4dA';
  const Plaintext = Uint8Array.from(secret, (letter) => letter.charCodeAt(0));
  const { CiphertextBlob } = await must(world.call(administrator, 'Encrypt', { KeyId, Plaintext }));
  await must(world.call(administrator, 'Decrypt', { CiphertextBlob }));
  const grant = { KeyId, GranteePrincipal: administrator, Operations: ['Decrypt'] as const };
  const { GrantToken } = await must(world.call(administrator, 'CreateGrant', grant));
  await must(world.call(administrator, 'RetireGrant', { GrantToken }));
  const text = JSON.stringify([...world.trail]);
  expect(text).not.toContain(GrantToken);
  for (const record of world.trail)
    expect(Object.values(record.parameters ?? {})).not.toContainEqual(Plaintext);
  expect(text).not.toContain('Plaintext');
});

test('worlds that parted before a key was first used open its ciphertexts all the same', async () => {
  const world = newWorld();
  const other = world.fork();
  await must(other.call(administrator, 'CreateKey', {}));
  const input = { KeyId, Plaintext: Uint8Array.of(1, 2, 3) };
  const { CiphertextBlob } = await must(world.call(administrator, 'Encrypt', input));
  other.advance({ days: 200 });
  const { Plaintext } = await must(other.call(administrator, 'Decrypt', { CiphertextBlob }));
  expect(Plaintext).toEqual(input.Plaintext);
});

test('a multi-Region key that rotates is synchronized with its replicas, which the primary alone is named for', async () => {
  const world = newWorld();
  const made = await must(world.call(administrator, 'CreateKey', { MultiRegion: true }));
  const { Arn = '', KeyId: id = '' } = made.KeyMetadata ?? {};
  await must(world.call(administrator, 'EnableKeyRotation', { KeyId: id, RotationPeriodInDays: 90 }));
  await must(world.call(administrator, 'ReplicateKey', { KeyId: id, ReplicaRegion: 'eu-west-1' }));
  world.advance({ days: 100 });
  const events = world.trail
    .slice(0)
    .filter(({ kind, resources }) => kind === 'serviceEvent' && resources[0]?.includes(id));
  const replica = Arn.replace('us-east-1', 'eu-west-1');
  expect(events.map(({ name, resources }) => [name, ...resources])).toEqual([
    ['SynchronizeMultiRegionKey', Arn],
    ['RotateKey', Arn],
    ['RotateKey', replica],
    ['SynchronizeMultiRegionKey', Arn],
  ]);
});
