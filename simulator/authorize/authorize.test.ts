import { describe, expect, test } from 'vitest';
import { prepareAuthorizer } from './authorize.ts';
import type { AccessRequest, Environment } from './types.ts';

const account = '111122223333';
const key = `arn:aws:kms:us-west-2:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const session = `arn:aws:sts::${account}:assumed-role/App/one`;
const onlyS3 = { Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } };

function keyPolicy(...statements: object[]) {
  return { Version: '2012-10-17', Statement: statements };
}
const allow = (principal: unknown, rest: object = {}) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 'kms:Decrypt',
  Resource: '*',
  ...rest,
});
const decrypt: AccessRequest = { principal: session, action: 'kms:Decrypt', resource: key };
const explain = (environment: Environment, request: AccessRequest = decrypt) =>
  prepareAuthorizer(environment).explain(request);

describe('the trace', () => {
  const text = JSON.stringify(
    keyPolicy(allow({ AWS: `arn:aws:iam::${account}:role/Web` }, { Sid: 'Web' })),
    null,
    2,
  );
  const decision = explain({ resourcePolicy: { text, name: 'mine' } });

  test('names the element that failed, and its characters', () => {
    const step = decision.steps.find(({ code }) => code === 'keyPolicy');
    const [statement] = step?.statements ?? [];
    expect(step).toMatchObject({ outcome: 'silent', decisive: true });
    expect(statement).toMatchObject({ sid: 'Web', matched: false });
    const [failed] = statement?.elements ?? [];
    expect(failed).toMatchObject({ element: 'Principal', matched: false, found: [session] });
    expect(text.slice(failed?.range.start, failed?.range.end)).toBe(
      `"Principal": {\n        "AWS": "arn:aws:iam::${account}:role/Web"\n      }`,
    );
  });

  test('points into the policies by number', () => {
    const [statement] = decision.steps.find(({ code }) => code === 'keyPolicy')?.statements ?? [];
    expect(decision.policies[statement?.policy ?? -1]).toMatchObject({ name: 'mine', kind: 'key', text });
  });

  test('a statement that fails on its action alone is nearer than one that fails on all', () => {
    const [near, far] =
      explain({
        resourcePolicy: keyPolicy(
          allow({ AWS: `arn:aws:iam::${account}:role/App` }, { Action: 'kms:Encrypt' }),
          allow({ AWS: `arn:aws:iam::${account}:role/Web` }, { Action: 'kms:Encrypt' }),
        ),
      }).steps.find(({ code }) => code === 'keyPolicy')?.statements ?? [];
    expect(near?.nearness).toBeGreaterThan(far?.nearness ?? 1);
  });

  test('keeps conditions of one request apart from those of the next', () => {
    const authorizer = prepareAuthorizer({
      resourcePolicy: keyPolicy(
        allow(
          { AWS: session },
          { Condition: { StringEquals: { 'kms:ViaService': 's3.us-west-2.amazonaws.com' } } },
        ),
      ),
    });
    const via = (viaService: string) => authorizer.explain({ ...decrypt, viaService }).verdict;
    expect([via('s3'), via('ec2'), via('s3')]).toEqual(['Allowed', 'ImplicitlyDenied', 'Allowed']);
  });
});

describe('which key', () => {
  const other = 'arn:aws:kms:us-west-2:111122223333:key/99999999-12ab-34cd-56ef-1234567890ab';
  const environment: Environment = {
    key: { arn: key, aliases: ['alias/one'] },
    resourcePolicy: keyPolicy(allow({ AWS: session })),
    keys: [
      {
        key: { arn: other, aliases: ['alias/two'] },
        resourcePolicy: keyPolicy(allow({ AWS: 'arn:aws:iam::111122223333:user/bob' })),
      },
    ],
  };

  test.each([
    [key, 'Allowed'],
    ['alias/one', 'Allowed'],
    [other, 'ImplicitlyDenied'],
    ['alias/two', 'ImplicitlyDenied'],
    [`arn:aws:kms:us-west-2:${account}:alias/two`, 'ImplicitlyDenied'],
  ])('%s is decided by its own policy', (resource, verdict) => {
    expect(explain(environment, { ...decrypt, resource }).verdict).toBe(verdict);
  });

  test('a bare id leads to another account only where the ciphertext names the key', () => {
    const policy = {
      resourcePolicy: keyPolicy(allow({ AWS: '444455556666' }, { Action: 'kms:*' })),
      key: { arn: key },
    };
    const environment = {
      ...policy,
      identityPolicies: [{ Statement: { Effect: 'Allow', Action: 'kms:*', Resource: '*' } }],
    };
    const verdict = (action: string) =>
      explain(environment, {
        principal: 'arn:aws:iam::444455556666:user/eve',
        action,
        resource: key.slice(-36),
      });
    expect([verdict('kms:Decrypt').verdict, verdict('kms:Encrypt').verdict]).toEqual([
      'Allowed',
      'ImplicitlyDenied',
    ]);
    expect(verdict('kms:Encrypt').message).toBe(
      `Key 'arn:aws:kms:us-west-2:444455556666:key/${key.slice(-36)}' does not exist`,
    );
  });
});

describe('open questions are named', () => {
  test.each<[string, Environment, AccessRequest, string]>([
    [
      'Principal * without aws:PrincipalArn beyond a boundary',
      { resourcePolicy: keyPolicy(allow('*')), permissionBoundaries: [onlyS3] },
      decrypt,
      'wildcardBeyondLimit',
    ],
    [
      'a grant within a boundary',
      {
        resourcePolicy: keyPolicy(allow({ AWS: `arn:aws:iam::${account}:user/bob` })),
        permissionBoundaries: [onlyS3],
        grants: [{ grantId: 'g', granteePrincipal: session, operations: ['Decrypt'] }],
      },
      decrypt,
      'grantWithinLimit',
    ],
    [
      "another account's root user",
      { resourcePolicy: keyPolicy(allow({ AWS: '444455556666' })) },
      { ...decrypt, principal: 'arn:aws:iam::444455556666:root' },
      'rootUserOfAnotherAccount',
    ],
    [
      'several values without a set operator',
      {
        key: { arn: key },
        resourcePolicy: keyPolicy(
          allow({ AWS: session }, { Condition: { StringEquals: { 'kms:EncryptionContextKeys': 'a' } } }),
        ),
      },
      { ...decrypt, encryptionContext: { a: '1', b: '2' } },
      'severalValuesWithoutSet',
    ],
    [
      'a wildcard that would have to reach over a colon from inside a segment',
      { resourcePolicy: keyPolicy(allow({ AWS: session }, { Resource: 'arn:aws:kms:*key/*' })) },
      decrypt,
      'wildcardBeyondSegment',
    ],
    [
      'a condition on the aliases of a key that has more than 50',
      {
        key: { arn: key, aliases: Array.from({ length: 51 }, (_, i) => `alias/${i}`) },
        resourcePolicy: keyPolicy(allow({ AWS: account })),
        identityPolicies: [
          keyPolicy({
            Effect: 'Deny',
            Action: 'kms:Decrypt',
            Resource: '*',
            Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/1' } },
          }),
        ],
      },
      decrypt,
      'tooManyAliases',
    ],
  ])('%s', (_name, environment, request, code) => {
    expect(explain(environment, request).notes.map((note) => note.code)).toContain(code);
  });

  test('a named user beyond a boundary is documented, and gets no note', () => {
    const user = `arn:aws:iam::${account}:user/alice`;
    const decision = explain(
      { resourcePolicy: keyPolicy(allow({ AWS: user })), permissionBoundaries: [onlyS3] },
      { ...decrypt, principal: user },
    );
    expect([decision.verdict, decision.notes]).toEqual(['Allowed', []]);
  });
});

describe('what is wrong with the input', () => {
  test('a policy with a syntax error decides nothing, and says which', () => {
    const decision = explain({ resourcePolicy: '{"Statement": [}' });
    expect(decision.verdict).toBe('NotSimulated');
    expect(decision.notes[0]).toMatchObject({
      code: 'policyRefused',
      data: { problem: 'JSON_SYNTAX_ERROR' },
    });
  });

  test.each([
    [
      'an operator twice',
      '"Condition": {"Bool": {"aws:ViaAWSService": "true"}, "Bool": {"aws:ViaAWSService": "false"}}',
    ],
    [
      'a condition key twice',
      '"Condition": {"Bool": {"aws:ViaAWSService": "true", "aws:ViaAWSService": "false"}}',
    ],
    ['an element twice', '"Resource": "*"'],
  ])('a policy with %s decides nothing: AWS takes no key twice', (_, member) => {
    const text = JSON.stringify(keyPolicy(allow('*'))).replace(/\}\]\}$/, `,${member}}]}`);
    const decision = explain({ resourcePolicy: text });
    expect(decision.verdict).toBe('NotSimulated');
    expect(decision.notes[0]).toMatchObject({ code: 'policyRefused', data: { problem: 'DUPLICATE_KEY' } });
  });

  test('a document of 5 MB is refused before it is read', () => {
    const decision = explain({ resourcePolicy: '['.repeat(5_000_000) });
    expect(decision.notes[0]?.code).toBe('policyRefused');
    expect(decision.policies[0]?.problems[0]?.code).toBe('POLICY_TOO_LARGE');
  });

  test('more names than the reader numbers are still decided right', () => {
    const authorizer = prepareAuthorizer({ resourcePolicy: keyPolicy(allow({ AWS: session })) });
    for (let i = 0; i < 600; i++) {
      const principal = `arn:aws:sts::${account}:assumed-role/App/${i}`;
      expect(authorizer.decide({ ...decrypt, principal })).toBe('ImplicitlyDenied');
    }
    expect(authorizer.decide(decrypt)).toBe('Allowed');
  });
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  '%s is a name like any other',
  (name) => {
    const environment = {
      resourcePolicy: keyPolicy(
        allow(
          { AWS: session },
          {
            Resource: ['*', `\${${name}}`],
            Condition: { StringLike: { [name]: `\${${name}}` }, Null: { [name]: 'true' } },
          },
        ),
      ),
    };
    expect(explain(environment, { ...decrypt, context: {} }).verdict).toBe('ImplicitlyDenied');
    expect(explain(environment, { ...decrypt, action: name }).verdict).toBe('NotSimulated');
  },
);
