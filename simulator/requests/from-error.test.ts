import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareAuthorizer } from '../authorize/authorize.ts';
import { requestFromError } from './from-error.ts';

const user = 'arn:aws:iam::111122223333:user/alice';
const session = 'arn:aws:sts::111122223333:assumed-role/App/i-0123';
const key = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const sentence = (reason: string, who = user) =>
  `User: ${who} is not authorized to perform: kms:Decrypt on resource: ${key} ${reason}`;
const request = { principal: user, action: 'kms:Decrypt', resource: key };
const silentIdentity = { verdict: 'ImplicitlyDenied', policy: 'identity' };
const noIdentity = 'because no identity-based policy allows the kms:Decrypt action';

test.each([
  [
    'because no resource-based policy allows the kms:Decrypt action',
    { verdict: 'ImplicitlyDenied', policy: 'key' },
  ],
  [noIdentity, silentIdentity],
  [
    'because no permissions boundary allows the kms:Decrypt action',
    { verdict: 'ImplicitlyDenied', policy: 'boundary' },
  ],
  [
    'because no session policy allows the kms:Decrypt action',
    { verdict: 'ImplicitlyDenied', policy: 'session' },
  ],
  [
    'because no service control policy allows the kms:Decrypt action',
    { verdict: 'ImplicitlyDenied', policy: 'scp' },
  ],
  [
    'because no VPC endpoint policy allows the kms:Decrypt action',
    { verdict: 'ImplicitlyDenied', policy: 'endpoint' },
  ],
  ['with an explicit deny in an identity-based policy', { verdict: 'ExplicitlyDenied', policy: 'identity' }],
  ['with an explicit deny in a resource-based policy', { verdict: 'ExplicitlyDenied', policy: 'key' }],
  ['with an explicit deny in a resource control policy', { verdict: 'ExplicitlyDenied', policy: 'rcp' }],
  ['with an explicit deny in a permissions boundary', { verdict: 'ExplicitlyDenied', policy: 'boundary' }],
  ['with an explicit deny in a session policy', { verdict: 'ExplicitlyDenied', policy: 'session' }],
  ['with an explicit deny in a VPC endpoint policy', { verdict: 'ExplicitlyDenied', policy: 'endpoint' }],
  [
    'with an explicit deny in a service control policy: arn:aws:organizations::111122223333:policy/o-a/service_control_policy/p-1',
    {
      verdict: 'ExplicitlyDenied',
      policy: 'scp',
      policyArn: 'arn:aws:organizations::111122223333:policy/o-a/service_control_policy/p-1',
    },
  ],
  [
    'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
    { policy: 'key' },
  ],
])('… %s', (reason, expected) => {
  expect(requestFromError(sentence(reason))).toEqual({ request, expected, unread: [] });
});

const plain = sentence(noIdentity);
test.each([
  ['the CLI', `\nAn error occurred (AccessDeniedException) when calling the Decrypt operation: ${plain}\n`],
  [
    'the SDK for Java',
    `${plain} (Service: Kms, Status Code: 400, Request ID: 7a1b-22) (SDK Attempt Count: 1)`,
  ],
  [
    'the SDK for Go',
    `operation error KMS: Decrypt, https response error StatusCode: 400, RequestID: 7a1b, api error AccessDeniedException: ${plain}`,
  ],
  [
    'the SDK for JavaScript',
    `AccessDeniedException: ${plain}\n    at throwDefaultError (/app/index.js:8:22) {\n  '$fault': 'client'`,
  ],
  ['JSON', JSON.stringify({ __type: 'AccessDeniedException', Message: plain })],
  ['JSON in JSON', JSON.stringify({ body: JSON.stringify({ message: plain }) })],
  ['HTML', `<p>${plain.replaceAll(':', '&#58;').replaceAll('/', '&#x2F;')}</p>`],
  [
    'a narrow terminal',
    plain
      .replace('is not', 'is\n  not')
      .replace('key/1234', 'key/\n1234')
      .replace('kms:Decrypt', 'kms:\nDecrypt'),
  ],
  ['a quoted mail', plain.split(' ').join('\n> ')],
  ['colours', `\u001B[31m${plain}\u001B[0m`],
  [
    'quotation marks',
    `User: "${user}" is not authorized to perform: "kms:Decrypt" on resource: "${key}" ${noIdentity}.`,
  ],
])('out of %s', (_name, text) => {
  expect(requestFromError(text)).toEqual({ request, expected: silentIdentity, unread: [] });
});

test('a role session, a service principal, nobody', () => {
  expect(requestFromError(sentence(noIdentity, session)).request.principal).toBe(session);
  expect(requestFromError(sentence(noIdentity, 'logs.us-west-2.amazonaws.com')).request.principal).toBe(
    'logs.us-west-2.amazonaws.com',
  );
  expect(requestFromError(sentence(noIdentity, 'anonymous')).request.principal).toEqual({
    type: 'Anonymous',
  });
});

test('a ciphertext instead of a key', () => {
  const text = `User: ${user} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext ${noIdentity}`;
  expect(requestFromError(text).request).toEqual({ ...request, resource: '' });
});

test('a call of S3 that fails on the key came through S3', () => {
  const text = `An error occurred (AccessDenied) when calling the GetObject operation: ${plain}`;
  expect(requestFromError(text).request).toEqual({ ...request, viaService: 's3.us-west-2.amazonaws.com' });
});

test.each([
  ['AccessDenied: Access Denied', ['principal', 'action', 'resource', 'accessDeniedWithoutDetails'], {}],
  [
    '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
    ['principal', 'action', 'resource', 'accessDeniedWithoutDetails'],
    {},
  ],
  ['', ['principal', 'action', 'resource', 'reason'], {}],
  [
    `User: AROAEXAMPLE:x is not authorized to perform: kms:Decrypt on resource: ${key}`,
    ['principal', 'reason'],
    { action: 'kms:Decrypt', resource: key },
  ],
  [
    'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    ['principal', 'reason'],
    { action: 'kms:Decrypt', resource: '' },
  ],
  [
    'Access to KMS is not allowed',
    ['principal', 'resource', 'detailsKeptByService'],
    { action: 'kms:Decrypt', viaService: 'secretsmanager' },
  ],
  [
    'An error occurred (NotFoundException) when calling the Encrypt operation: Alias arn:aws:kms:us-west-2:111122223333:alias/app is not found.',
    ['principal'],
    { action: 'kms:Encrypt', resource: 'arn:aws:kms:us-west-2:111122223333:alias/app' },
  ],
  [
    "The specified KMS key does not exist or is not allowed to be used with LogGroup 'arn:aws:logs:us-west-2:111122223333:log-group:/app'",
    ['action', 'resource'],
    {
      principal: 'logs.us-west-2.amazonaws.com',
      encryptionContext: { 'aws:logs:arn': 'arn:aws:logs:us-west-2:111122223333:log-group:/app' },
    },
  ],
])('%s', (text, unread, read) => {
  const found = requestFromError(text);
  expect(found.unread).toEqual(unread);
  expect(found.request).toEqual(read);
});

test('what the authorizer says is read back', () => {
  const message =
    prepareAuthorizer({ key: { arn: key } }).explain({ ...request, principal: session }).message ?? '';
  expect(requestFromError(message)).toEqual({
    request: { ...request, principal: session },
    expected: { verdict: 'ImplicitlyDenied', policy: 'key' },
    unread: [],
  });
});

test('any text is read without an error, and a name for what is missing', () => {
  const words = fc.constantFrom(
    'User:',
    user,
    ' is not authorized to perform: ',
    'kms:Decrypt',
    ' on resource: ',
    key,
    'because no ',
    'explicit deny in a ',
    '&quot;',
    '\\u00',
    '\\n',
    '\n',
    '"',
    'Alias arn:aws:kms',
  );
  const text = fc.array(fc.oneof(words, fc.string())).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (input) => {
      const { request: read, unread } = requestFromError(input);
      for (const part of ['principal', 'action', 'resource'] as const) {
        expect(read[part] === undefined).toBe(unread.includes(part));
      }
    }),
  );
});

test('long runs of anything are read in one pass', () => {
  for (const piece of [' ', '"', '\\n', '&', 'User: ', '\u001B[', 'Alias arn:aws:kms:', ':\n']) {
    const found = requestFromError(
      `User: ${piece.repeat(50_000)}x is not authorized to perform: ${piece.repeat(50_000)}`,
    );
    expect(found.unread).toContain('action');
  }
});
