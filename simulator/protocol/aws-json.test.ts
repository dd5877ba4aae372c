// The newest SDK's client talks to the world through the protocol: what it signs, sends, reads and throws.
import {
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateRandomCommand,
  KMSClient,
  ListKeysCommand,
} from '@aws-sdk/client-kms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '../operations/world.ts';
import { handleAwsJson } from './aws-json.ts';
import type { IdentifyOptions } from './identify.ts';
import type { HttpRequest, HttpResponse } from './types.ts';

const account = '111122223333';
const alice = `arn:aws:iam::${account}:user/alice`;

const definition = {
  accounts: [{ id: account, users: { alice: {} } }],
  accessKeys: {
    AKIAALICE: { principal: alice, secret: 'a secret' },
    ASIASESSION: {
      principal: `arn:aws:iam::${account}:root`,
      secret: 's',
      sessionToken: 'token',
      expires: '2026-11-02T00:00:00Z',
    },
  },
};

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array;
}

const bytes = (text: string) => new TextEncoder().encode(text);

const lowerCase = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** A client whose requests go to the world instead of a socket. */
function clientOf(
  world: World,
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string },
  options: IdentifyOptions = {},
) {
  const handle = async ({ method, path, headers, body = '' }: Sent) => {
    const answer = await handleAwsJson(
      world,
      { method, path, headers: lowerCase(headers), body: typeof body === 'string' ? bytes(body) : body },
      options,
    );
    return {
      response: { statusCode: answer.status, headers: answer.headers, body: bytes(answer.body) },
    };
  };
  return new KMSClient({
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
    requestHandler: { handle } as never,
  });
}

const test = { accessKeyId: 'test', secretAccessKey: 'test' };

describe('the SDK’s client', () => {
  it('creates a key, encrypts and decrypts', async () => {
    const world = createWorld(definition);
    const client = clientOf(world, test);
    const { KeyMetadata } = await client.send(new CreateKeyCommand({ Description: 'for orders' }));
    expect(KeyMetadata).toMatchObject({
      Description: 'for orders',
      AWSAccountId: account,
      CreationDate: new Date('2026-11-01T00:00:00Z'),
    });
    const context = { order: '17' };
    const { CiphertextBlob } = await client.send(
      new EncryptCommand({
        KeyId: KeyMetadata?.KeyId,
        Plaintext: bytes('secret'),
        EncryptionContext: context,
      }),
    );
    const { Plaintext } = await client.send(
      new DecryptCommand({ CiphertextBlob, EncryptionContext: context }),
    );
    expect(new TextDecoder().decode(Plaintext)).toBe('secret');
    await expect(client.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
      name: 'InvalidCiphertextException',
    });
  });

  it('gets the service’s exception, its status and the id of the record in the trail', async () => {
    const world = createWorld(definition);
    const missing = '1234abcd-12ab-34cd-56ef-1234567890ab';
    const failure = await clientOf(world, test)
      .send(new DescribeKeyCommand({ KeyId: missing }))
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: 'NotFoundException',
      message: `Key 'arn:aws:kms:us-east-1:${account}:key/${missing}' does not exist`,
      $metadata: { httpStatusCode: 400, requestId: world.trail.at(-1)?.requestId },
    });
  });

  it('is denied what policies do not allow, with AWS’s sentence', async () => {
    const client = clientOf(createWorld(definition), {
      accessKeyId: 'AKIAALICE',
      secretAccessKey: 'a secret',
    });
    await expect(client.send(new CreateKeyCommand())).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: ${alice} is not authorized to perform: kms:CreateKey on resource: * because no identity-based policy allows the kms:CreateKey action`,
    });
  });

  it('calls the Region that it signed for', async () => {
    const world = createWorld(definition);
    const client = clientOf(world, test);
    client.config.region = async () => 'eu-west-1';
    const { KeyMetadata } = await client.send(new CreateKeyCommand());
    expect(KeyMetadata?.Arn).toMatch(/^arn:aws:kms:eu-west-1:/);
    const { Keys } = await clientOf(world, test).send(new ListKeysCommand());
    expect(Keys).toEqual([]);
  });

  it('reads an answer without a body', async () => {
    const client = clientOf(createWorld(definition), test);
    const { KeyMetadata } = await client.send(new CreateKeyCommand());
    const answer = await client.send(new DisableKeyCommand({ KeyId: KeyMetadata?.KeyId }));
    expect(answer.$metadata.httpStatusCode).toBe(200);
    const { KeyMetadata: after } = await client.send(new DescribeKeyCommand({ KeyId: KeyMetadata?.KeyId }));
    expect(after?.KeyState).toBe('Disabled');
  });
});

describe('who calls', () => {
  const principal = async (credentials: Parameters<typeof clientOf>[1], options?: IdentifyOptions) => {
    const world = createWorld(definition);
    await clientOf(world, credentials, options).send(new GenerateRandomCommand({ NumberOfBytes: 1 }));
    return world.trail.at(-1)?.caller?.arn;
  };
  const refusal = (credentials: Parameters<typeof clientOf>[1], options?: IdentifyOptions) =>
    principal(credentials, options).then(
      () => 'allowed',
      (error: Error) => error.name,
    );

  it('an unknown access key is the administrator of the default account', async () => {
    expect(await principal(test)).toBe(`arn:aws:iam::${account}:user/administrator`);
    expect(await principal(test, { defaultAccount: '444455556666' })).toBe(
      'arn:aws:iam::444455556666:user/administrator',
    );
  });

  it('an access key of 12 digits is the administrator of that account, made when it calls first', async () => {
    expect(await principal({ accessKeyId: '999900001111', secretAccessKey: 'x' })).toBe(
      'arn:aws:iam::999900001111:user/administrator',
    );
  });

  it('a signature is checked where the secret is known', async () => {
    expect(await refusal({ accessKeyId: 'AKIAALICE', secretAccessKey: 'wrong' })).toBe(
      'InvalidSignatureException',
    );
    // Alice has no policy, but she is who she says.
    expect(await refusal({ accessKeyId: 'AKIAALICE', secretAccessKey: 'a secret' })).toBe(
      'AccessDeniedException',
    );
  });

  it('a session’s key needs its token, and ends', async () => {
    const session = { accessKeyId: 'ASIASESSION', secretAccessKey: 's', sessionToken: 'token' };
    expect(await principal(session)).toBe(`arn:aws:iam::${account}:root`);
    expect(await refusal({ ...session, sessionToken: 'other' })).toBe('UnrecognizedClientException');
    const world = createWorld(definition);
    world.advance({ days: 2 });
    await expect(
      clientOf(world, session).send(new GenerateRandomCommand({ NumberOfBytes: 1 })),
    ).rejects.toThrow('expired');
  });

  it('where secrets are demanded, keys that nobody knows are refused', async () => {
    expect(await refusal(test, { requireSecret: true })).toBe('UnrecognizedClientException');
    expect(
      await refusal({ accessKeyId: 'AKIAALICE', secretAccessKey: 'a secret' }, { requireSecret: true }),
    ).toBe('AccessDeniedException');
  });
});

describe('requests that are not right', () => {
  const signed =
    'AWS4-HMAC-SHA256 Credential=test/20261101/us-east-1/kms/aws4_request, SignedHeaders=host, Signature=0';
  const send = (changes: Partial<HttpRequest> & { readonly headers?: Record<string, string> } = {}) =>
    handleAwsJson(createWorld(definition), {
      method: 'POST',
      path: '/',
      body: bytes('{}'),
      ...changes,
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'TrentService.ListKeys',
        authorization: signed,
        ...changes.headers,
      },
    });
  const said = ({ status, body }: HttpResponse) => [status, JSON.parse(body)];

  it.each([
    ['another operation', { 'x-amz-target': 'TrentService.MakeTea' }],
    ['another service', { 'x-amz-target': 'DynamoDB_20120810.ListTables' }],
    ['another content type', { 'content-type': 'application/json' }],
  ])('%s is unknown', async (_, headers) => {
    expect(said(await send({ headers }))).toEqual([400, { __type: 'UnknownOperationException' }]);
  });

  it.each(['', '{', 'null', '"x"', '{"a":1,}'])('%j cannot be read', async (body) => {
    expect(said(await send({ body: bytes(body) }))).toEqual([400, { __type: 'SerializationException' }]);
  });

  it('no signature', async () => {
    expect(said(await send({ headers: { authorization: 'Basic eDp5' } }))[1]).toMatchObject({
      __type: 'IncompleteSignatureException',
    });
  });

  it('a number where a text belongs', async () => {
    const answer = await send({
      body: bytes('{"KeyId":7}'),
      headers: { 'x-amz-target': 'TrentService.DescribeKey' },
    });
    expect(said(answer)).toEqual([
      400,
      { __type: 'SerializationException', message: 'NUMBER_VALUE can not be converted to a String' },
    ]);
  });

  it('too large a body is refused before it is read', async () => {
    expect((await send({ body: new Uint8Array(1_048_577) })).status).toBe(413);
  });

  it('whatever comes gets an answer in the service’s form', async () => {
    const operations = ['CreateKey', 'Encrypt', 'CreateGrant', 'TagResource', 'ImportKeyMaterial'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...operations), fc.json(), async (operation, body) => {
        const answer = await send({
          body: bytes(body),
          headers: { 'x-amz-target': `TrentService.${operation}` },
        });
        expect([200, 400]).toContain(answer.status);
        if (answer.status === 400) expect(JSON.parse(answer.body)).toHaveProperty('__type');
      }),
    );
  });
});
