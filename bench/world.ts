// Calls per second, years on the clock of 1,000 keys, and a world of 10,000 keys saved and restored.
import { algorithmsOf } from '@/simulator/catalog/algorithms.ts';
import { type KeySpec, keySpecs } from '@/simulator/catalog/key-specs.ts';
import { createWorld, type KeyDefinition, type SigningAlgorithm, World } from '@/simulator/index.ts';
import { milliseconds, perSecond } from './statistics.ts';

const account = '111122223333';
const administrator = `arn:aws:iam::${account}:user/Admin`;
const KeyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

const rounds = 5;

function worldOf(...keys: readonly KeyDefinition[]): World {
  const users = { Admin: { policies: { Everything: everything } } };
  return createWorld({ accounts: [{ id: account, users, keys }] });
}

const rotating = (count: number): KeyDefinition[] =>
  Array.from({ length: count }, () => ({ rotationPeriodInDays: 90 }));

/** Calls per second of processor time, in rounds; the first warms up and does not count. */
async function rates(calls: number, call: () => Promise<{ readonly ok: boolean }>): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const start = processorTime();
    for (let i = 0; i < calls; i += 1) if (!(await call()).ok) throw new Error('a call failed');
    if (round > 0) found.push((calls / (processorTime() - start)) * 1000);
  }
  return found;
}

function times(run: () => unknown): number[] {
  return Array.from({ length: rounds }, () => {
    const start = processorTime();
    run();
    return processorTime() - start;
  });
}

/** Milliseconds that this process has had a processor: other work on the machine does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function print(what: string, figure: string): void {
  console.log(`  ${what.padEnd(34)} ${figure}`);
}

async function benchSymmetric(): Promise<void> {
  const world = worldOf({ id: KeyId });
  const Plaintext = new Uint8Array(32);
  const made = await world.call(administrator, 'Encrypt', { KeyId, Plaintext });
  if (!made.ok) throw new Error(made.error.name);
  const { CiphertextBlob } = made.output;
  const calls = 1000;
  const encrypt = () => world.call(administrator, 'Encrypt', { KeyId, Plaintext });
  const decrypt = () => world.call(administrator, 'Decrypt', { CiphertextBlob });
  const dataKey = () => world.call(administrator, 'GenerateDataKey', { KeyId, KeySpec: 'AES_256' });
  print('Encrypt', perSecond(await rates(calls, encrypt)));
  print('Decrypt', perSecond(await rates(calls, decrypt)));
  print('GenerateDataKey', perSecond(await rates(calls, dataKey)));
}

async function benchSign(keySpec: KeySpec): Promise<void> {
  const [algorithm] = algorithmsOf(keySpec, 'SIGN_VERIFY') as readonly SigningAlgorithm[];
  if (algorithm === undefined) return;
  const world = worldOf({ id: KeyId, keySpec, keyUsage: 'SIGN_VERIFY' });
  const input = { KeyId, Message: new Uint8Array(32), SigningAlgorithm: algorithm };
  print(`Sign ${keySpec}`, perSecond(await rates(20, () => world.call(administrator, 'Sign', input))));
}

function benchTime(years: number): void {
  const worlds = Array.from({ length: rounds }, () => worldOf(...rotating(1000)));
  print(
    `${years} years, 1,000 keys, 90 days each`,
    milliseconds(times(() => worlds.pop()?.advance({ years }))),
  );
}

function benchSnapshots(): void {
  const world = worldOf(...rotating(10_000));
  const saved = JSON.stringify(world.snapshot());
  print('save 10,000 keys', milliseconds(times(() => JSON.stringify(world.snapshot()))));
  print('restore 10,000 keys', milliseconds(times(() => World.restore(JSON.parse(saved)))));
}

await benchSymmetric();
const signing = (Object.keys(keySpecs) as KeySpec[]).filter((spec) => keySpecs[spec].regions !== 'chinaOnly');
for (const keySpec of signing) await benchSign(keySpec);
benchTime(1);
benchTime(10);
benchSnapshots();
