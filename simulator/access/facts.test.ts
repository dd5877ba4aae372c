import { expect, test } from 'vitest';
import { withFacts } from './facts.ts';

const request = { principal: 'sns.amazonaws.com', action: 'kms:Decrypt', resource: '*' };

test('a fact goes where the request has it', () => {
  expect(withFacts(request, new Map([['kms:ViaService', ['s3.us-west-2.amazonaws.com']]])).viaService).toBe(
    's3.us-west-2.amazonaws.com',
  );
  expect(withFacts(request, new Map([['kms:EncryptionContext:Team', ['blue']]])).encryptionContext).toEqual({
    Team: 'blue',
  });
  expect(withFacts(request, new Map([['saml:aud', ['x']]])).context).toEqual({ 'saml:aud': 'x' });
});

test.each(['constructor', '__proto__'])('a key named %s is a key like any other', (key) => {
  expect(Object.keys(withFacts(request, new Map([[key, ['x']]])).context ?? {})).toEqual([key]);
});
