/*
 * The check runs in the frame of a keystroke, so its work has to grow with the text and no faster. Time is
 * not measured here: what is counted is how often a text is read and a pattern is tried.
 */
import { beforeEach, expect, test, vi } from 'vitest';
import { checkPolicy } from './check.ts';

const counts = vi.hoisted(() => ({ read: 0, matched: 0 }));

vi.mock('../policy/json.ts', async (original) => {
  const module = await original<typeof import('../policy/json.ts')>();
  const parseJson: typeof module.parseJson = (text) => {
    counts.read++;
    return module.parseJson(text);
  };
  return { ...module, parseJson };
});

vi.mock('../match/wildcard.ts', async (original) => {
  const module = await original<typeof import('../match/wildcard.ts')>();
  const matchesPattern: typeof module.matchesPattern = (pattern, text) => {
    counts.matched++;
    return module.matchesPattern(pattern, text);
  };
  return { ...module, matchesPattern };
});

beforeEach(() => {
  counts.read = 0;
  counts.matched = 0;
});

const account = 'arn:aws:iam::111122223333';
const trust = { Effect: 'Allow', Principal: { AWS: `${account}:root` }, Action: 'kms:*', Resource: '*' };
const several = <Item>(length: number, make: (index: number) => Item) =>
  Array.from({ length }, (_, index) => make(index));
const policy = (...statements: readonly unknown[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [trust, ...statements] }, null, 2);

/** Policies that grow, each in another direction, with mistakes in every part of them. */
const growing: Readonly<Record<string, (size: number) => string>> = {
  'statements with a fix each': (size) =>
    policy(
      ...several(size, (index) => ({
        Effect: 'Allow',
        Principal: { AWS: `${account}:role/app-${index}` },
        Action: ['kms:Decrypt', 'kms:DescribeKey'],
        Resource: '*',
        Condition: { StringEquals: { 'kms:EncryptionContext:team': `team-${index}` } },
      })),
    ),
  principals: (size) =>
    policy({
      Effect: 'Allow',
      Principal: { AWS: several(size, (index) => `${account}:role/app-${index}*`) },
      Action: 'kms:Decrypt',
      Resource: '*',
    }),
  'actions that do not exist': (size) =>
    policy({
      Effect: 'Allow',
      Principal: { AWS: `${account}:role/app` },
      Action: several(size, (index) => `kms:Decript${index}`),
      Resource: '*',
    }),
  'condition values': (size) =>
    policy({
      Effect: 'Allow',
      Principal: '*',
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringLike: { 'kms:ViaService': several(size, (index) => `s3.eu-${index}-*.aws`) } },
    }),
};

test.each(Object.entries(growing))('twice as many %s is twice the work', (_name, grow) => {
  const work = (size: number) => {
    counts.read = 0;
    counts.matched = 0;
    checkPolicy(grow(size), { kind: 'key' });
    return { ...counts };
  };
  // What is found for an action or a name is kept, so each size has texts that no other has.
  const small = work(100);
  const large = work(200);
  expect(large.read).toBe(small.read);
  expect(large.matched).toBeLessThanOrEqual(2.5 * small.matched + 200);
});

test('patterns of one list are not tried against each other without end', () => {
  const actions = several(1500, (index) => `kms:D${'*'.repeat((index % 3) + 1)}${index}`);
  checkPolicy(policy({ ...trust, Action: actions }), { kind: 'identity' });
  expect(counts.matched).toBeLessThan(400_000);
});

test('hostile text has a bounded number of findings', () => {
  for (const text of [
    '{'.repeat(30_000),
    '{"Statement":['.concat(','.repeat(30_000)),
    '"\\q'.repeat(10_000),
  ]) {
    expect(checkPolicy(text, { kind: 'key' }).length).toBeLessThan(600);
  }
});
