import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountStep } from './account.ts';
import {
  base64ToText,
  decodeInput,
  encodeOutput,
  fromBase64,
  textToBase64,
  toBase64,
} from './account-inputs.ts';
import { viewOf } from './account-view.ts';
import { AccountWorld, type StepOutcome } from './account-world.ts';
import type { AccountDefinition } from './world-definition.ts';

const caller = { arn: 'arn:aws:iam::111122223333:root' };
const KeyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const began: AccountDefinition = {
  now: '2026-01-01T00:00:00Z',
  accounts: [{ id: '111122223333', keys: [{ id: KeyId, rotationPeriodInDays: 365 }] }],
};
const encrypt: AccountStep = {
  type: 'call',
  caller,
  operation: 'Encrypt',
  input: { KeyId, Plaintext: textToBase64('attack at dawn') },
};
const decrypt = (CiphertextBlob: string): AccountStep => ({
  type: 'call',
  caller,
  operation: 'Decrypt',
  input: { CiphertextBlob },
});
const years = (count: number): AccountStep => ({ type: 'advance', duration: { years: count } });

/** Does one step more; what became of it. */
async function perform(account: AccountWorld, step: AccountStep): Promise<StepOutcome> {
  await account.goTo([...account.outcomes.map((outcome) => outcome.step), step]);
  const last = account.outcomes.at(-1);
  if (last === undefined) throw new Error('nothing was done');
  return last;
}

function outputOf({ answer }: StepOutcome): Record<string, string> {
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.output as Record<string, string>;
}

test('the same steps make the same world', async () => {
  const steps = [encrypt, years(3), encrypt];
  const worlds = [new AccountWorld(began), new AccountWorld(began)];
  for (const world of worlds) for (const step of steps) await perform(world, step);
  const [one, two] = worlds.map((world) => [world.outcomes, viewOf(world.world)]);
  expect(one).toEqual(two);
});

test('ten years of rotations, and the first ciphertext still opens', async () => {
  const account = new AccountWorld(began);
  const encrypted = await perform(account, encrypt);
  const { CiphertextBlob = '' } = outputOf(encrypted);
  await perform(account, years(10));
  const view = viewOf(account.world);
  expect(view.keys[0]?.materials).toHaveLength(11);
  const opened = outputOf(await perform(account, decrypt(CiphertextBlob)));
  expect(base64ToText(opened.Plaintext ?? '')).toBe('attack at dawn');
  expect(opened.KeyMaterialId).toBe(view.keys[0]?.materials[0]?.id);
  expect(encrypted.keyMaterialId).toBe(opened.KeyMaterialId);
  expect(account.outcomes.at(-1)?.keyMaterialId).toBe(opened.KeyMaterialId);
});

test('back and forth across the clock', async () => {
  const account = new AccountWorld(began);
  const steps = [encrypt, years(2), encrypt];
  const states = [viewOf(account.world)];
  for (const step of steps) {
    await perform(account, step);
    states.push(viewOf(account.world));
  }
  const carriedOut: number[] = [];
  for (const count of [2, 1, 0, 1, 3, 0, 3]) {
    await account.goTo(steps.slice(0, count), (index) => carriedOut.push(index));
    expect(viewOf(account.world)).toEqual(states[count]);
  }
  expect(carriedOut).toEqual([]);
});

test('another step after going back takes the place of what was undone', async () => {
  const account = new AccountWorld(began);
  const carriedOut: number[] = [];
  const note = (index: number) => carriedOut.push(index);
  expect(await account.goTo([encrypt, encrypt], note)).toBe(0);
  expect(await account.goTo([encrypt, years(1)], note)).toBe(1);
  expect(account.outcomes.map(({ step }) => step)).toEqual([encrypt, years(1)]);
  await account.goTo([encrypt, encrypt], note);
  expect(carriedOut).toEqual([0, 1, 1, 1]);
});

describe('services', () => {
  const use = (verb: string, input: Record<string, string>, of?: number): AccountStep => ({
    type: 'use',
    caller,
    service: 's3',
    verb,
    input,
    ...(of !== undefined && { of }),
  });
  const object = { bucket: 'b', key: 'k', content: 'hello' };

  test('what one step stored, a later one reads; the AWS managed key appears', async () => {
    const account = new AccountWorld(began);
    const put = await perform(account, use('putObject', { ...object, encryption: 'aws:kms' }));
    const get = await perform(account, use('getObject', {}, 0));
    expect(put.answer).toMatchObject({ ok: true, stored: { encryption: 'kms' } });
    expect(get.answer).toMatchObject({ ok: true, output: 'hello' });
    expect(viewOf(account.world).keys.map(({ aliases, manager }) => [manager, aliases])).toEqual([
      ['CUSTOMER', []],
      ['AWS', ['alias/aws/s3']],
    ]);
  });

  test('the default of S3 leaves no record', async () => {
    const account = new AccountWorld(began);
    const { records, answer } = await perform(account, use('putObject', object));
    expect(answer).toMatchObject({ ok: true, stored: { encryption: 'serviceManaged' } });
    expect(records).toEqual([0, 0]);
  });

  test.each([
    ['a service that there is not', { ...use('putObject', object), service: 'glacier' }],
    ['a verb that there is not', use('constructor', object)],
    ['a text that is missing', use('putObject', { bucket: 'b' })],
    ['something that was never stored', use('getObject', {}, 7)],
  ])('%s is refused, not thrown', async (_, step) => {
    const { answer } = await perform(new AccountWorld(began), step as AccountStep);
    expect(answer.ok).toBe(false);
  });
});

test('what cannot be read goes to KMS as it is, and comes back as its exception', async () => {
  const account = new AccountWorld(began);
  const { answer } = await perform(account, decrypt('not base64!'));
  expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining('Blob') } });
});

test('base64 and times', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
  expect(decodeInput('ImportKeyMaterial', { ValidTo: 86_400, ImportToken: 'AQI=' })).toEqual({
    ValidTo: new Date(86_400_000),
    ImportToken: Uint8Array.of(1, 2),
  });
  expect(
    encodeOutput({ At: new Date(5000), Blob: Uint8Array.of(1), None: undefined, Deep: [{ a: 1 }] }),
  ).toEqual({
    At: 5,
    Blob: 'AQ==',
    Deep: [{ a: 1 }],
  });
});
