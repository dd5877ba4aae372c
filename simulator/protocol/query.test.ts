// Callers set up and assumed over the query protocol, with requests as the AWS CLI sends them.
import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '../operations/world.ts';
import { handleAwsQuery } from './query.ts';

const account = '111122223333';
const bob = `arn:aws:iam::${account}:user/bob`;
const trust = (principal: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' }],
  });

const newWorld = () => createWorld({ accounts: [{ id: account }] });

async function ask(
  world: World,
  service: 'iam' | 'sts',
  form: Record<string, string>,
  { key = 'test', token }: { readonly key?: string; readonly token?: string } = {},
) {
  const scope = `${key}/20261101/us-east-1/${service}/aws4_request`;
  const answer = await handleAwsQuery(world, {
    method: 'POST',
    path: '/',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
      ...(token !== undefined && { 'x-amz-security-token': token }),
    },
    body: new TextEncoder().encode(new URLSearchParams({ Version: '2010-05-08', ...form }).toString()),
  });
  const element = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(answer.body)?.[1];
  return { ...answer, element };
}

/** A user whose access key has no secret in the world, so that a test need not sign. */
function addUser(world: World, name: string, policies = {}) {
  world.amend({
    accounts: { [account]: { users: { [name]: { policies } } } },
    accessKeys: { [`AKIA${name}`]: { principal: `arn:aws:iam::${account}:user/${name}` } },
  });
}

const allow = (Action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
});

describe('IAM', () => {
  it('a user is made, gets a policy and an access key, calls, and goes', async () => {
    const world = newWorld();
    const made = await ask(world, 'iam', { Action: 'CreateUser', UserName: 'bob', Path: '/team/' });
    const arn = `arn:aws:iam::${account}:user/team/bob`;
    expect(made.element('Arn')).toBe(arn);
    const policy = { UserName: 'bob', PolicyName: 'p' };
    await ask(world, 'iam', {
      Action: 'PutUserPolicy',
      ...policy,
      PolicyDocument: JSON.stringify(allow('kms:ListKeys')),
    });
    const read = await ask(world, 'iam', { Action: 'GetUserPolicy', ...policy });
    expect(JSON.parse(decodeURIComponent(read.element('PolicyDocument') ?? ''))).toEqual(
      allow('kms:ListKeys'),
    );
    const key = await ask(world, 'iam', { Action: 'CreateAccessKey', UserName: 'bob' });
    const id = key.element('AccessKeyId') ?? '';
    expect(world.accessKey(id)).toMatchObject({ principal: arn, secret: key.element('SecretAccessKey') });
    expect((await world.call(arn, 'ListKeys', {})).ok).toBe(true);
    expect((await world.call(arn, 'GenerateRandom', { NumberOfBytes: 1 })).ok).toBe(false);
    const early = await ask(world, 'iam', { Action: 'DeleteUser', UserName: 'bob' });
    expect(early.element('Code')).toBe('DeleteConflict');
    await ask(world, 'iam', { Action: 'DeleteUserPolicy', ...policy });
    await ask(world, 'iam', { Action: 'DeleteAccessKey', UserName: 'bob', AccessKeyId: id });
    expect((await ask(world, 'iam', { Action: 'DeleteUser', UserName: 'bob' })).status).toBe(200);
    const gone = await ask(world, 'iam', { Action: 'GetUser', UserName: 'bob' });
    expect([gone.status, gone.element('Code')]).toEqual([404, 'NoSuchEntity']);
  });

  it('a role is made with its trust policy and listed', async () => {
    const world = newWorld();
    const role = { RoleName: 'app', AssumeRolePolicyDocument: trust(account) };
    await ask(world, 'iam', {
      Action: 'CreateRole',
      ...role,
      'Tags.member.1.Key': 'team',
      'Tags.member.1.Value': 'a&b',
    });
    expect(world.account(account)?.identities.at(-1)).toMatchObject({
      tags: { team: 'a&b' },
      trustPolicy: trust(account),
    });
    expect((await ask(world, 'iam', { Action: 'CreateRole', ...role })).element('Code')).toBe(
      'EntityAlreadyExists',
    );
    expect((await ask(world, 'iam', { Action: 'ListRoles' })).element('RoleName')).toBe('app');
  });

  it.each([
    [{ Action: 'CreateRole', RoleName: 'x', AssumeRolePolicyDocument: '{' }, 'MalformedPolicyDocument'],
    [{ Action: 'CreateUser' }, 'ValidationError'],
    [{ Action: 'MakeTea' }, 'InvalidAction'],
    [{ Action: 'toString' }, 'InvalidAction'],
  ])('%j is refused', async (form, code) => {
    expect((await ask(newWorld(), 'iam', form as Record<string, string>)).element('Code')).toBe(code);
  });

  it('is for those whom policies let', async () => {
    const world = newWorld();
    addUser(world, 'eve');
    const refused = await ask(world, 'iam', { Action: 'CreateUser', UserName: 'bob' }, { key: 'AKIAeve' });
    expect([refused.status, refused.element('Code')]).toEqual([403, 'AccessDenied']);
    expect(refused.element('Message')).toContain(
      `user/eve is not authorized to perform: iam:CreateUser on resource: ${bob}`,
    );
  });
});

describe('STS', () => {
  it('tells who calls', async () => {
    const world = newWorld();
    const answer = await ask(world, 'sts', { Action: 'GetCallerIdentity' });
    expect(answer.element('Arn')).toBe(`arn:aws:iam::${account}:user/administrator`);
    expect(answer.element('Account')).toBe(account);
    addUser(world, 'eve');
    const eve = await ask(world, 'sts', { Action: 'GetCallerIdentity' }, { key: 'AKIAeve' });
    expect(eve.element('UserId')).toMatch(/^AIDA[0-9A-F]{17}$/);
  });

  it('a role lets in whom its trust policy and the caller’s IAM policies let', async () => {
    const world = newWorld();
    addUser(world, 'bob');
    addUser(world, 'eve', { all: allow('sts:AssumeRole') });
    world.amend({
      accounts: {
        [account]: {
          roles: {
            direct: { trustPolicy: trust(bob) },
            account: { trustPolicy: trust(account) },
            silent: {},
          },
        },
      },
    });
    const codes: Record<string, (string | number)[]> = {};
    for (const role of ['direct', 'account', 'silent', 'missing']) {
      const form = {
        Action: 'AssumeRole',
        RoleArn: `arn:aws:iam::${account}:role/${role}`,
        RoleSessionName: 's1',
      };
      const bobs = await ask(world, 'sts', form, { key: 'AKIAbob' });
      const eves = await ask(world, 'sts', form, { key: 'AKIAeve' });
      codes[role] = [bobs.status, eves.status];
    }
    expect(codes).toEqual({
      direct: [200, 403],
      account: [403, 200],
      silent: [403, 200],
      missing: [403, 403],
    });
  });

  it('a session calls with the key that it got, until it ends', async () => {
    const world = newWorld();
    const RoleArn = `arn:aws:iam::${account}:role/app`;
    world.amend({ accounts: { [account]: { roles: { app: { trustPolicy: trust(account) } } } } });
    const form = { Action: 'AssumeRole', RoleArn, RoleSessionName: 'run-1', DurationSeconds: '900' };
    const session = await ask(world, 'sts', form);
    const key = session.element('AccessKeyId') ?? '';
    expect(key).toMatch(/^ASIA/);
    expect(world.accessKey(key)).toMatchObject({
      principal: `arn:aws:sts::${account}:assumed-role/app/run-1`,
      sessionToken: session.element('SessionToken'),
      expiresAt: Date.parse(session.element('Expiration') ?? ''),
    });
    expect(session.element('AssumedRoleId')).toMatch(/^AROA.*:run-1$/);
    world.advance({ minutes: 16 });
    const token = session.element('SessionToken') ?? '';
    const late = await ask(world, 'sts', { Action: 'GetCallerIdentity' }, { key, token });
    expect(late.element('Code')).toBe('ExpiredTokenException');
  });

  it.each([
    [{ RoleSessionName: 'a b' }, 'ValidationError'],
    [{ DurationSeconds: '1' }, 'ValidationError'],
    [{ RoleArn: '' }, 'ValidationError'],
  ])('%j is refused', async (form, code) => {
    const whole = {
      Action: 'AssumeRole',
      RoleArn: `arn:aws:iam::${account}:role/app`,
      RoleSessionName: 's1',
    };
    expect((await ask(newWorld(), 'sts', { ...whole, ...form })).element('Code')).toBe(code);
  });
});
