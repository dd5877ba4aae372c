import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cloudTrail, searchTrail, type TrailFilter, type World } from '../index.ts';
import { alice, keyArn, keyId, ledgerWorld, must, owner, partner, visitor } from '../testing/ledger-world.ts';

const bob = `arn:aws:iam::${owner}:user/Bob`;
const mrk = 'mrk-1234abcd12ab34cd56ef123456789012';

/** A trail with denials, service calls, two accounts, two Regions and events of KMS itself. */
async function busyWorld(): Promise<World> {
  const world = ledgerWorld([{ rotationPeriodInDays: 90 }, { id: mrk, multiRegion: true }]);
  const input = { KeyId: keyArn, KeySpec: 'AES_256' } as const;
  for (let i = 0; i < 5; i++) {
    await must(world, 'GenerateDataKey', input, { arn: alice, viaService: 's3.us-east-1.amazonaws.com' });
    await must(world, 'GenerateDataKey', input, visitor);
    await world.call(bob, 'DescribeKey', { KeyId: keyId });
    await world.call(alice, 'DescribeKey', { KeyId: 'alias/none' });
    world.advance({ days: 60 });
  }
  await must(world, 'ReplicateKey', { KeyId: mrk, ReplicaRegion: 'eu-west-1' });
  return world;
}

/** All pages one after the other. */
function allOf(world: World, filter: TrailFilter, limit: number, lookAt?: number): string[] {
  const ids: string[] = [];
  let before: number | null = world.trail.length;
  while (before !== null) {
    const page = searchTrail(world.trail, filter, { before, limit, ...(lookAt !== undefined && { lookAt }) });
    ids.push(...page.found.map(({ event }) => event.eventID));
    before = page.next;
  }
  return ids;
}

const names = (world: World, filter: TrailFilter) =>
  searchTrail(world.trail, filter).found.map(({ event }) => `${event.eventName} ${event.awsRegion}`);

test('pages of any size hold every event once', async () => {
  const world = await busyWorld();
  const everything = [...cloudTrail(world.trail)].map(({ eventID }) => eventID).sort();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (limit, lookAt) => {
      expect(allOf(world, {}, limit, lookAt).sort()).toEqual(everything);
    }),
  );
});

test('the newest comes first, with its position', async () => {
  const world = await busyWorld();
  const { found, next } = searchTrail(world.trail, {}, { limit: 3 });
  expect(found.map(({ event, position }) => [event.eventName, position - world.trail.length])).toEqual([
    ['ReplicateKey', -1],
    ['CreateKey', -1],
    ['RotateKey', -2],
  ]);
  expect(next).toBe(world.trail.length - 2);
});

test('by name, also of the event that a call leaves in another Region', async () => {
  const world = await busyWorld();
  expect(names(world, { eventNames: ['CreateKey', 'ReplicateKey'] })).toEqual([
    'ReplicateKey us-east-1',
    'CreateKey eu-west-1',
  ]);
  expect(names(world, { region: 'eu-west-1' })).toEqual(['CreateKey eu-west-1']);
});

test.each<[TrailFilter, number]>([
  [{ user: 'USER/ALICE', error: 'none', eventNames: ['GenerateDataKey'] }, 5],
  [{ user: 's3.us-east-1' }, 5],
  [{ user: visitor, account: partner }, 5],
  [{ user: visitor, account: owner }, 5],
  [{ key: keyId, eventNames: ['RotateKey'] }, 3],
  [{ key: 'alias/none' }, 5],
  [{ error: 'AccessDenied' }, 5],
  [{ error: 'NotFoundException' }, 5],
  [{ error: 'any' }, 10],
  [{ error: 'AccessDenied', user: 'Alice' }, 0],
  [{ readOnly: false }, 5],
])('%j finds %i', async (filter, count) => {
  const world = await busyWorld();
  expect(searchTrail(world.trail, filter).found).toHaveLength(count);
});

test('a span of time has its beginning and not its end', async () => {
  const world = await busyWorld();
  const [from, to] = [Date.UTC(2026, 11, 31), Date.UTC(2027, 2, 1)];
  const { found, next } = searchTrail(world.trail, { from, to });
  expect(new Set(found.map(({ event }) => event.eventTime))).toEqual(
    new Set(['2027-01-30T00:00:00Z', '2026-12-31T00:00:00Z']),
  );
  expect(next).toBeNull();
});
