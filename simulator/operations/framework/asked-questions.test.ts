import { expect, test } from 'vitest';
import { World } from '../../index.ts';
import { alice, keyArn, keyId, ledgerWorld, must, owner } from '../../testing/ledger-world.ts';

const bob = `arn:aws:iam::${owner}:user/Bob`;
const lastRequest = (world: World): string => world.trail.at(-1)?.requestId ?? '';

async function called(world: World, caller: string) {
  const result = await world.call(caller, 'DescribeKey', { KeyId: keyId });
  return { requestId: lastRequest(world), decision: result.decision };
}

test('a record leads to its decision, also after the policies have changed', async () => {
  const world = ledgerWorld();
  const allowed = await called(world, alice);
  const denied = await called(world, bob);
  await must(world, 'PutKeyPolicy', {
    KeyId: keyId,
    Policy: JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }],
    }),
  });
  expect(world.decisionOf(allowed.requestId)).toEqual(allowed.decision);
  expect(world.decisionOf(denied.requestId)).toEqual(denied.decision);
  expect(denied.decision?.verdict).toBe('ImplicitlyDenied');
  expect((await called(world, bob)).decision?.verdict).toBe('Allowed');
});

test('what policies allowed and the key refused has its decision, what nobody was asked about has none', async () => {
  const world = ledgerWorld([{ enabled: false }]);
  await world.call(alice, 'Encrypt', { KeyId: keyArn, Plaintext: Uint8Array.of(1) });
  expect(world.trail.at(-1)?.error?.name).toBe('DisabledException');
  expect(world.decisionOf(lastRequest(world))?.verdict).toBe('Allowed');
  await world.call(alice, 'DescribeKey', { KeyId: 'alias/none' });
  expect(world.decisionOf(lastRequest(world))).toBeNull();
  expect(world.decisionOf('unheard of')).toBeNull();
});

test('saved worlds and forks keep decisions; the environment is saved once', async () => {
  const world = ledgerWorld();
  const first = await called(world, bob);
  for (let i = 0; i < 9; i++) await called(world, bob);
  const saved = world.snapshot();
  expect(saved.asked?.questions).toHaveLength(10);
  expect(saved.asked?.environments).toHaveLength(1);
  const restored = World.restore(JSON.parse(JSON.stringify(saved)));
  for (const copy of [restored, restored.fork()]) {
    expect(copy.decisionOf(first.requestId)).toEqual(first.decision);
    const { requestId, decision } = await called(copy, alice);
    expect(copy.decisionOf(requestId)).toEqual(decision);
    expect(world.decisionOf(requestId)).toBeNull();
  }
  const { asked: _, ...older } = saved;
  expect(World.restore(older).decisionOf(first.requestId)).toBeNull();
});

test('the latest thousand are kept', async () => {
  const world = ledgerWorld();
  const first = await called(world, bob);
  const second = await called(world, bob);
  for (let i = 0; i < 999; i++) await called(world, bob);
  expect(world.decisionOf(first.requestId)).toBeNull();
  expect(world.decisionOf(second.requestId)).toEqual(second.decision);
});
