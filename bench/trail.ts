// A trail of a million records: what it takes to write, to keep, to page through as CloudTrail, to search and to bill.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  createWorld,
  searchTrail,
  type TrailFilter,
  type TrailPlace,
  type TrailRecord,
  World,
} from '@/simulator/index.ts';
import { milliseconds } from './statistics.ts';

const account = '111122223333';
const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const user = (name: string) => `arn:aws:iam::${account}:user/${name}`;
const keyIds = ['1234abcd-12ab-34cd-56ef-1234567890ab', '0987dcba-12ab-34cd-56ef-1234567890ab'];

const calls = 20_000;
const million = 1_000_000;
const pageLength = 1024;
const rounds = 20;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

function heapBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

function cpuMilliseconds(since: NodeJS.CpuUsage): number {
  const { user: own, system } = process.cpuUsage(since);
  return (own + system) / 1000;
}

const world = createWorld({
  accounts: [
    {
      id: account,
      users: { Alice: { policies: { Everything: everything } }, Bob: {} },
      keys: keyIds.map((id) => ({ id })),
    },
  ],
});

/** One call of the day's mix: writing and reading with two keys, and a denial now and then. */
async function call(turn: number): Promise<void> {
  const KeyId = keyIds[turn % 2] ?? '';
  const EncryptionContext = { 'aws:s3:arn': `arn:aws:s3:::bucket/${turn}` };
  const alice = { arn: user('Alice'), viaService: 's3.us-east-1.amazonaws.com' };
  if (turn % 100 === 0) await world.call(user('Bob'), 'DescribeKey', { KeyId });
  else if (turn % 3 === 0)
    await world.call(alice, 'GenerateDataKey', { KeyId, KeySpec: 'AES_256', EncryptionContext });
  else await world.call(alice, 'Encrypt', { KeyId, Plaintext: Uint8Array.of(turn), EncryptionContext });
}

async function write(): Promise<void> {
  const bytes = heapBytes();
  const since = process.cpuUsage();
  for (let turn = 0; turn < calls; turn += 1) await call(turn);
  const spent = cpuMilliseconds(since);
  const each = (heapBytes() - bytes) / world.trail.length;
  console.log(`  write: ${((spent * 1000) / calls).toFixed(0)} µs of processor a call`);
  console.log(
    `  keep:  ${each.toFixed(0)} bytes a record, ${((each * million) / 2 ** 20).toFixed(0)} MiB a million`,
  );
}

/** The records of the calls over and over, until there are a million. */
function longWorld(): World {
  const records = [...world.trail];
  const pages: TrailRecord[][] = [];
  for (let from = 0; from < million; from += pageLength) {
    pages.push(
      Array.from({ length: Math.min(pageLength, million - from) }, (_, i) => {
        const record = records[(from + i) % records.length];
        if (record === undefined) throw new Error('no record');
        return { ...record, at: record.at + from + i };
      }),
    );
  }
  return World.restore({ ...world.snapshot(), trail: pages });
}

await write();
const long = longWorld();
const { trail } = long;
const half = million / 2;
const searches: readonly (readonly [string, TrailFilter, TrailPlace])[] = [
  ['first page', {}, {}],
  ['page in the middle', {}, { before: half }],
  ['one event name', { eventNames: ['GenerateDataKey'] }, {}],
  ['one user', { user: 'user/Bob' }, {}],
  ['one key', { key: keyIds[1] ?? '' }, {}],
  ['one error', { error: 'AccessDenied' }, {}],
  ['one error, from the middle', { error: 'AccessDenied' }, { before: half }],
  ['an hour long ago', { from: trail.at(half)?.at ?? 0, to: (trail.at(half)?.at ?? 0) + 3_600_000 }, {}],
  ['what is not there', { key: 'alias/none' }, {}],
];
function measure(name: string, run: () => unknown, times = rounds): void {
  const spent = Array.from({ length: times }, () => {
    const since = performance.now();
    run();
    return performance.now() - since;
  });
  console.log(`  ${name}: ${milliseconds(spent)}`);
}

for (const [name, filter, place] of searches) measure(name, () => searchTrail(trail, filter, place));
measure('the bill of a month', () => long.bill('2026-11'), 5);
