// Calls per second, ten years on the clock of 1,000 keys, and a world of 10,000 keys saved and restored.
import { createWorld, type KeyDefinition, World } from '@/simulator/index.ts';
import { milliseconds, perSecond } from './statistics.ts';

const account = '111122223333';
const administrator = `arn:aws:iam::${account}:user/Admin`;
const KeyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

const rounds = 5;
const calls = 1000;

function worldOf(count: number): World {
  const users = { Admin: { policies: { Everything: everything } } };
  const others: KeyDefinition[] = Array.from({ length: count - 1 }, () => ({ rotationPeriodInDays: 90 }));
  return createWorld({ accounts: [{ id: account, users, keys: [{ id: KeyId }, ...others] }] });
}

async function rates(call: () => Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    for (let i = 0; i < calls; i += 1) await call();
    if (round > 0) found.push((calls / (performance.now() - start)) * 1000);
  }
  return found;
}

function times(run: () => unknown): number[] {
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}

const world = worldOf(1);
const Plaintext = new Uint8Array(32);
const made = await world.call(administrator, 'Encrypt', { KeyId, Plaintext });
if (!made.ok) throw new Error(made.error.name);
const { CiphertextBlob } = made.output;
console.log(
  `  Encrypt         ${perSecond(await rates(() => world.call(administrator, 'Encrypt', { KeyId, Plaintext })))}`,
);
console.log(
  `  Decrypt         ${perSecond(await rates(() => world.call(administrator, 'Decrypt', { CiphertextBlob })))}`,
);
console.log(
  `  GenerateDataKey ${perSecond(await rates(() => world.call(administrator, 'GenerateDataKey', { KeyId, KeySpec: 'AES_256' })))}`,
);
const thousand = Array.from({ length: rounds }, () => worldOf(1000));
console.log(`  ten years, 1,000 keys: ${milliseconds(times(() => thousand.pop()?.advance({ years: 10 })))}`);
const large = worldOf(10_000);
console.log(`  save 10,000 keys:      ${milliseconds(times(() => JSON.stringify(large.snapshot())))}`);
const saved = JSON.stringify(large.snapshot());
console.log(`  restore 10,000 keys:   ${milliseconds(times(() => World.restore(JSON.parse(saved))))}`);
