import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { authorize } from './authorize.ts';

async function run(text: string) {
  const written: string[] = [];
  const output = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const code = await authorize(Readable.from([text]), output);
  return {
    code,
    lines: written
      .join('')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

const user = 'arn:aws:iam::111122223333:user/alice';
const key = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const delegating = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Account',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
};
const good = {
  id: 'no IAM policy',
  request: { principal: user, action: 'kms:Decrypt', resource: key },
  resourcePolicy: delegating,
};

test('a case gets verdict, sentence and reasons', async () => {
  const { code, lines } = await run(JSON.stringify(good));
  expect(code).toBe(0);
  expect(lines).toEqual([
    {
      id: 'no IAM policy',
      verdict: 'ImplicitlyDenied',
      message: `User: ${user} is not authorized to perform: kms:Decrypt on resource: ${key} because no identity-based policy allows the kms:Decrypt action`,
      reasons: [{ step: 'identityPolicies', outcome: 'silent' }],
    },
  ]);
});

test('a bad line is named by its number, and the rest still runs', async () => {
  const { code, lines } = await run(`{nonsense\n\n{"request":{"principal":1}}\n${JSON.stringify(good)}\n`);
  expect(code).toBe(1);
  expect(lines.map((line) => line.line ?? line.verdict)).toEqual([1, 3, 'ImplicitlyDenied']);
  expect(lines[1].error).toMatch(/request\.principal/);
});

test.each([
  ['an action KMS does not have', { action: 'kms:Explode' }, 'unknownAction'],
  ['a principal that cannot call', { principal: 'arn:aws:iam::111122223333:group/dev' }, 'unknownPrincipal'],
  ['a resource that is none', { resource: 'key one' }, 'malformedResource'],
])('%s is not simulated, by name', async (_name, change, note) => {
  const { lines } = await run(JSON.stringify({ ...good, request: { ...good.request, ...change } }));
  expect(lines[0].verdict).toBe('NotSimulated');
  expect(lines[0].reasons[0].outcome).toBe(note);
});

test('a policy that AWS would refuse decides nothing', async () => {
  const { lines } = await run(JSON.stringify({ ...good, resourcePolicy: '{"Statement": [' }));
  expect(lines[0].verdict).toBe('NotSimulated');
  expect(lines[0].reasons[0].outcome).toBe('policyRefused');
});
