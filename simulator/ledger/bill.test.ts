import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestPrices, storagePrices } from '../catalog/prices.ts';
import type { AccountBill, BillLine, World } from '../index.ts';
import { alice, keyArn, keyId, ledgerWorld, must, owner, partner, visitor } from '../testing/ledger-world.ts';
import type { TrailRecord } from '../world/trail.ts';
import { billOf } from './bill.ts';

const Plaintext = Uint8Array.of(1, 2, 3);
/** An RSA key, or a million records, take their time on a busy machine. */
const slow = { timeout: 60_000 };

function billFor(world: World, month: string, account = owner): AccountBill {
  const bill = world.bill(month).accounts.find((one) => one.account === account);
  if (bill === undefined) throw new Error(`no bill of ${account}`);
  return bill;
}

const brief = (line: BillLine) =>
  line.kind === 'storage' ? [line.rule, line.hours] : [line.rule, line.keyClass, line.requests, line.free];

test('a key for a whole month, and one for half of it', async () => {
  const world = ledgerWorld();
  world.advance({ days: 15 });
  await must(world, 'CreateKey', {});
  world.advance({ days: 15 });
  const { lines, total } = billFor(world, '2026-11');
  expect(lines.map(brief)).toEqual([
    ['customerManagedKey', 720],
    ['customerManagedKey', 360],
    ['symmetricAndManagement', 'customerManaged', 1, 1],
  ]);
  expect(total).toBeCloseTo(1.5);
});

test('the month under way is charged up to now, a month to come is empty', () => {
  const world = ledgerWorld();
  world.advance({ days: 3 });
  expect(world.bill('2026-11').until).toBe('2026-11-04T00:00:00.000Z');
  expect(billFor(world, '2026-11').total).toBeCloseTo(0.1);
  expect(billFor(world, '2026-12')).toMatchObject({ lines: [], total: 0 });
});

test('two rotations are charged, later ones are free', () => {
  const world = ledgerWorld([{ rotationPeriodInDays: 90 }]);
  world.advance({ years: 2 });
  const { lines, total } = billFor(world, '2027-12');
  expect(lines.map(({ rule }) => rule)).toEqual([
    'customerManagedKey',
    'rotation',
    'rotation',
    'laterRotation',
  ]);
  expect(total).toBeCloseTo(3);
  expect(billFor(world, '2027-02').total).toBeCloseTo(2);
});

test('nothing while a key waits for its deletion, all of it when that is cancelled', async () => {
  const world = ledgerWorld();
  world.advance({ days: 15 });
  await must(world, 'ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: 30 });
  world.advance({ days: 10 });
  const cancelled = world.fork();
  await must(cancelled, 'CancelKeyDeletion', { KeyId: keyId });
  cancelled.advance({ days: 30 });
  world.advance({ days: 30 });
  expect(world.trail.at(-1)?.name).toBe('DeleteKey');
  expect(billFor(world, '2026-11').total).toBeCloseTo(0.5);
  expect(billFor(world, '2026-12').lines).toEqual([]);
  expect(billFor(cancelled, '2026-11').total).toBeCloseTo(1);
});

test('requests: by price, paid by who calls; failures and unknown prices apart', {
  timeout: 30_000,
}, async () => {
  const id = (first: number) => `${first}0000000-12ab-34cd-56ef-1234567890ab`;
  const world = ledgerWorld([
    {},
    { id: id(1), keySpec: 'RSA_2048' },
    { id: id(2), keySpec: 'ECC_NIST_P256', keyUsage: 'SIGN_VERIFY' },
    { id: id(3), keySpec: 'ML_KEM_512', keyUsage: 'ENCAPSULATE_DECAPSULATE' },
  ]);
  await must(world, 'Encrypt', { KeyId: keyArn, Plaintext }, visitor);
  await must(world, 'GetPublicKey', { KeyId: id(1) });
  await must(world, 'Sign', { KeyId: id(2), Message: Plaintext, SigningAlgorithm: 'ECDSA_SHA_256' });
  await must(world, 'GenerateDataKeyPair', { KeyId: keyId, KeyPairSpec: 'ECC_NIST_P256' });
  await must(world, 'Encapsulate', { KeyId: id(3), EncapsulationAlgorithm: 'ML_KEM' });
  await must(world, 'ListKeys', {});
  await world.call(alice, 'DescribeKey', { KeyId: 'alias/none' });
  const own = billFor(world, '2026-11');
  expect(own.lines.filter(({ kind }) => kind === 'requests').map(brief)).toEqual([
    ['asymmetricRsa2048', 'customerManaged', 1, 0],
    ['asymmetricOther', 'customerManaged', 1, 0],
    ['dataKeyPairEcc', 'customerManaged', 1, 0],
    ['symmetricAndManagement', null, 1, 1],
  ]);
  expect(own.unpriced).toMatchObject({ failed: 1, noPublishedPrice: 1, notPossible: 0 });
  expect(billFor(world, '2026-11', partner).lines.map(brief)).toEqual([
    ['symmetricAndManagement', 'customerManaged', 1, 1],
  ]);
});

/** Of the same use: through S3, directly, by another account, by a service itself. */
async function usedWorld(): Promise<World> {
  const world = ledgerWorld([
    { rotationPeriodInDays: 90 },
    { keySpec: 'HMAC_256', keyUsage: 'GENERATE_VERIFY_MAC' },
  ]);
  world.advance({ days: 180 });
  const input = { KeyId: keyArn, KeySpec: 'AES_256' } as const;
  await must(world, 'GenerateDataKey', input, { arn: alice, viaService: 's3.us-east-1.amazonaws.com' });
  await must(world, 'GenerateDataKey', input);
  await must(world, 'GenerateDataKey', input, visitor);
  await must(world, 'DescribeKey', { KeyId: keyId });
  await must(world, 'DisableKey', { KeyId: keyId });
  world.advance({ days: 31 });
  return world;
}

test('what if these keys were AWS managed: no fee, and what could not be is told', async () => {
  const world = await usedWorld();
  const real = billFor(world, '2027-04');
  expect(real.lines.map(brief)).toEqual([
    ['customerManagedKey', 720],
    ['rotation', 720],
    ['rotation', 24],
    ['customerManagedKey', 720],
    ['symmetricAndManagement', 'customerManaged', 4, 4],
  ]);
  const [supposed, visitors] = world.bill('2027-04', { keyClass: 'awsManaged' }).accounts;
  expect(supposed?.lines.map(brief)).toEqual([
    ['awsManagedKey', 720],
    ['customerManagedKey', 720],
    ['symmetricAndManagement', 'awsManaged', 2, 2],
  ]);
  expect(supposed?.unpriced.notPossible).toBe(2);
  expect(visitors).toMatchObject({ lines: [], unpriced: { notPossible: 1 } });
});

test('what if they were AWS owned: nothing is left but the keys that cannot be', async () => {
  const world = await usedWorld();
  const [supposed, visitors] = world.bill('2027-04', { keyClass: 'awsOwned' }).accounts;
  expect(supposed?.lines.map(brief)).toEqual([['customerManagedKey', 720]]);
  expect(visitors?.lines).toEqual([]);
  const [, hmac] = world.snapshot().rows.keys;
  const both = world.bill('2027-04', { keyClass: 'awsOwned', keys: [keyArn, hmac?.arn ?? ''] });
  expect(both.accounts[0]?.lines).toEqual([]);
});

test('what services pay, and what they ask by themselves, is apart', async () => {
  const world = ledgerWorld();
  const Policy = JSON.stringify({
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }],
  });
  await must(world, 'PutKeyPolicy', { KeyId: keyId, Policy });
  const lambda = { arn: alice, viaService: 'lambda.us-east-1.amazonaws.com' };
  await must(world, 'Encrypt', { KeyId: 'alias/aws/lambda', Plaintext }, lambda);
  await must(world, 'Encrypt', { KeyId: keyArn, Plaintext }, lambda);
  await must(world, 'GenerateDataKey', { KeyId: keyArn, KeySpec: 'AES_256' }, 'cloudtrail.amazonaws.com');
  const { lines, unpriced } = billFor(world, '2026-11');
  expect(unpriced).toMatchObject({ paidByService: 1, ofServicePrincipals: 1 });
  expect(lines.map(brief).at(-1)).toEqual(['symmetricAndManagement', 'customerManaged', 2, 2]);
});

/** A trail of the same call, again and again. */
function* repeated(record: TrailRecord, times: number): Generator<TrailRecord> {
  for (let i = 0; i < times; i++) yield record;
}

async function oneDecrypt(): Promise<TrailRecord> {
  const world = ledgerWorld();
  const { CiphertextBlob } = await must(world, 'Encrypt', { KeyId: keyId, Plaintext });
  await must(world, 'Decrypt', { CiphertextBlob });
  const record = world.trail.at(-1);
  if (record === undefined) throw new Error('no record');
  return record;
}

test("AWS's own example: a million requests are 2.94 dollars after the free tier", slow, async () => {
  const record = await oneDecrypt();
  const trail = { [Symbol.iterator]: () => repeated(record, 1_000_000) };
  const bill = billOf('2026-11', { trail, accounts: [owner], keys: [], now: Date.UTC(2026, 11) });
  expect(bill.accounts[0]?.lines.map(brief)).toEqual([
    ['symmetricAndManagement', 'customerManaged', 1_000_000, 20_000],
  ]);
  expect(bill.accounts[0]?.total).toBeCloseTo(2.94);
});

test('the total is the sum of the lines, and each is its rule times its quantity', slow, async () => {
  const record = await oneDecrypt();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 900 }), (calls, hours) => {
      const world = ledgerWorld([{ rotationPeriodInDays: 90 }]);
      world.advance({ hours });
      const now = world.now.getTime();
      const keys = world.snapshot().rows.keys;
      const trail = { [Symbol.iterator]: () => repeated(record, calls) };
      for (const { lines, total } of billOf('2026-11', { trail, accounts: [owner], keys, now }).accounts) {
        expect(total).toBeCloseTo(lines.reduce((sum, { amount }) => sum + amount, 0));
        for (const line of lines) {
          expect(line.amount).toBeCloseTo(
            line.kind === 'storage'
              ? (storagePrices[line.rule].perMonth * line.hours) / line.hoursOfMonth
              : ((line.requests - line.free) / 10_000) * requestPrices[line.rule].per10000,
          );
        }
      }
    }),
    { numRuns: 20 },
  );
});

test.each(['2026', '2026-13', '2026-00', 'November'])('%s is not a month', (month) => {
  expect(() => ledgerWorld().bill(month)).toThrow(RangeError);
});
