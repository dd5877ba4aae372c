import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diff } from './diff.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kms-diff-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function file(name: string, content: unknown): Promise<string> {
  const at = path.join(folder, name);
  await writeFile(at, typeof content === 'string' ? content : JSON.stringify(content));
  return at;
}

function sink() {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => written.join('') };
}

async function run(...args: string[]) {
  const output = sink();
  const errors = sink();
  const code = await diff(args, output.stream, errors.stream);
  return { code, output: output.text(), errors: errors.text() };
}

const app = 'arn:aws:iam::111122223333:role/App';
const policy = (...principals: string[]) => ({
  Version: '2012-10-17',
  Statement: principals.map((AWS) => ({
    Effect: 'Allow',
    Principal: { AWS },
    Action: 'kms:Decrypt',
    Resource: '*',
  })),
});
const root = 'arn:aws:iam::111122223333:root';

test('new access is told with an example, and the exit code is 1', async () => {
  const { code, output } = await run(
    await file('a.json', policy(root)),
    await file('b.json', policy(root, app)),
  );
  expect(code).toBe(1);
  expect(output).toContain(`${app} gains\n  kms:Decrypt\n  for example {"principal":"${app}"`);
});

test('lost access alone is no alarm', async () => {
  const { code, output } = await run(
    await file('a.json', policy(root, app)),
    await file('b.json', policy(root)),
  );
  expect(code).toBe(0);
  expect(output).toContain(`${app} loses`);
});

test('the same policy in other words changes nothing', async () => {
  const before = await file('a.json', policy(app));
  const after = await file(
    'b.json',
    JSON.stringify(policy(app), null, 4).replace('kms:Decrypt', 'KMS:decrypt'),
  );
  expect(await run(before, after)).toEqual({
    code: 0,
    output: 'Nobody gains or loses access.\n',
    errors: '',
  });
});

test('a world says who is there', async () => {
  const world = await file('w.json', {
    callers: [
      {
        arn: app,
        identityPolicies: [
          { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' }] },
        ],
      },
    ],
  });
  const before = await file('a.json', policy('arn:aws:iam::111122223333:user/ann'));
  const after = await file('b.json', policy(root));
  const { output } = await run(before, after, '--world', world);
  expect(output).toContain(`${app} gains`);
  expect(output).toContain('The root user of account 111122223333 gains');
});

test.each([
  ['a file that is not there', ['none.json', 'none.json'], /none\.json cannot be read: ENOENT/],
  ['one file only', ['none.json'], /Usage/],
  ['an unknown option', ['a', 'b', '--wrld', 'c'], /--wrld/],
])('%s', async (_name, args, message) => {
  const { code, output, errors } = await run(...args);
  expect([code, output]).toEqual([2, '']);
  expect(errors).toMatch(message);
});

test.each([
  ['text that is no JSON', '{"Version": ', /c\.json is not JSON/],
  ['a list', [], /JSON object/],
  ['something else', { name: 'x' }, /neither a key policy .* nor an environment/],
  ['a world of another shape', { callers: {} }, /callers: a list or null is needed/],
  [
    'a policy that AWS would refuse',
    { Version: '2012-10-17', Statement: [{ Effect: 'allow' }] },
    /AWS would not accept/,
  ],
])('%s is told by the name of its file', async (_name, content, message) => {
  const good = await file('a.json', policy(root));
  const { code, errors } = await run(good, await file('c.json', content));
  expect(code).toBe(2);
  expect(errors).toMatch(message);
});
