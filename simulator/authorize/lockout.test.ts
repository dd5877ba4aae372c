import { expect, test } from 'vitest';
import { lockoutSafetyCheck } from './lockout.ts';

const account = '111122223333';
const admin = `arn:aws:iam::${account}:role/Admin`;
const session = `arn:aws:sts::${account}:assumed-role/Admin/ann`;
const key = { arn: `arn:aws:kms:us-west-2:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab` };
const allow = (principal: unknown, action = 'kms:*', more: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: principal, Action: action, Resource: '*', ...more }],
});
const iam = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }],
};
const wholeAccount = { AWS: `arn:aws:iam::${account}:root` };
const sentence = 'The new key policy will not allow you to update the key policy in the future.';

test.each([
  ['names the caller', allow({ AWS: admin }), [], true],
  ['names somebody else', allow({ AWS: `arn:aws:iam::${account}:role/Other` }), [iam], false],
  ['leaves it to IAM, and IAM allows', allow(wholeAccount), [iam], true],
  ['leaves it to IAM, and IAM is silent', allow(wholeAccount), [], false],
  ['gives the caller use alone', allow({ AWS: admin }, 'kms:Decrypt'), [], false],
])('a policy that %s', (_name, policy, identityPolicies, safe) => {
  const result = lockoutSafetyCheck({ key, identityPolicies }, { principal: session, policy });
  expect(result.safe).toBe(safe);
  expect(result.accepted).toBe(safe);
  expect(result.message).toBe(safe ? null : sentence);
  expect(result.decision.verdict).toBe(safe ? 'Allowed' : 'ImplicitlyDenied');
});

test('the old policy does not count', () => {
  const result = lockoutSafetyCheck(
    { key, resourcePolicy: allow({ AWS: admin }) },
    { principal: session, policy: allow({ AWS: `arn:aws:iam::${account}:role/Other` }) },
  );
  expect(result.message).toBe(sentence);
});

test('the check can be skipped, and still tells what it would have found', () => {
  const policy = allow({ AWS: `arn:aws:iam::${account}:role/Other` });
  const result = lockoutSafetyCheck({ key }, { principal: session, policy, bypass: true });
  expect(result).toMatchObject({ safe: false, accepted: true, message: null });
});

test('a service in between counts for kms:ViaService', () => {
  const policy = allow({ AWS: admin }, 'kms:*', {
    Condition: { StringEquals: { 'kms:ViaService': 'cloudformation.us-west-2.amazonaws.com' } },
  });
  const viaService = 'cloudformation.us-west-2.amazonaws.com';
  expect(lockoutSafetyCheck({ key }, { principal: session, policy }).safe).toBe(false);
  expect(lockoutSafetyCheck({ key }, { principal: session, policy, viaService }).safe).toBe(true);
});

test('a key that does not exist yet belongs to the caller', () => {
  expect(lockoutSafetyCheck({}, { principal: session, policy: allow({ AWS: admin }) }).safe).toBe(true);
  expect(
    lockoutSafetyCheck({ identityPolicies: [iam] }, { principal: session, policy: allow(wholeAccount) }).safe,
  ).toBe(true);
});

test('a policy that is none is refused for another reason', () => {
  const result = lockoutSafetyCheck({ key }, { principal: session, policy: '{' });
  expect(result).toMatchObject({ safe: false, accepted: false, message: null });
});
