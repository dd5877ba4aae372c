import { expect, test } from 'vitest';
import type { AccountStep } from '@/lib/model/account.ts';
import { textToBase64 } from '@/lib/model/account-inputs.ts';
import { viewOf } from '@/lib/model/account-view.ts';
import { AccountWorld } from '@/lib/model/account-world.ts';
import { ciphertextsOf } from './ciphertexts.ts';
import { percent, spansOf } from './timeline.ts';

const caller = { arn: 'arn:aws:iam::111122223333:root' };
const KeyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const call = (
  operation: 'Decrypt' | 'Encrypt' | 'RotateKeyOnDemand',
  input: Record<string, string>,
): AccountStep => ({
  type: 'call',
  caller,
  operation,
  input,
});

test('materials follow each other without a gap, and each ciphertext knows its own', async () => {
  const world = new AccountWorld({
    now: '2026-01-01T00:00:00Z',
    accounts: [{ id: '111122223333', keys: [{ id: KeyId }] }],
  });
  const encrypt = call('Encrypt', { KeyId, Plaintext: textToBase64('a') });
  const year: AccountStep = { type: 'advance', duration: { years: 1 } };
  const steps = [encrypt, year, call('RotateKeyOnDemand', { KeyId }), encrypt, year];
  await world.goTo(steps);
  const key = viewOf(world.world).keys[0];
  if (key === undefined) throw new Error('no key');
  const [current, first] = spansOf(key);
  expect(first).toMatchObject({ from: key.createdAt, until: current?.from });
  expect(current).toMatchObject({ until: null, material: { isCurrent: true, rotationType: 'ON_DEMAND' } });

  const [one, two] = ciphertextsOf(world.outcomes);
  expect(one).toMatchObject({ keyMaterialId: first?.material.id, opened: null });
  expect(two).toMatchObject({ keyMaterialId: current?.material.id });
  await world.goTo([...steps, call('Decrypt', { CiphertextBlob: one?.blob ?? '' })]);
  expect(ciphertextsOf(world.outcomes)[0]?.opened).toEqual({ ok: true, keyMaterialId: first?.material.id });
  await world.goTo([...steps, call('Decrypt', { CiphertextBlob: one?.blob ?? '', KeyId: 'alias/none' })]);
  expect(ciphertextsOf(world.outcomes)[0]?.opened).toEqual({ ok: false });
});

test('percent stays on the line', () => {
  expect([percent(5, 0, 10), percent(-5, 0, 10), percent(50, 0, 10), percent(1, 1, 1)]).toEqual([
    50, 0, 100, 0,
  ]);
});
