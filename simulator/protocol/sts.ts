import type { World } from '../operations/world.ts';
import { Random } from '../world/random.ts';
import { accountOf, demand, type QueryAction, QueryRefusal, required } from './query-action.ts';

const hour = 3600;

/** An identity's unique id: made of its ARN, since the world keeps none. */
export function uniqueId(arn: string): string {
  const prefix = arn.includes(':role/') ? 'AROA' : 'AIDA';
  return `${prefix}${new Random('unique-id', arn).hex(9).toUpperCase().slice(0, 17)}`;
}

/** `sts:` actions. */
export const sts: Readonly<Record<string, QueryAction>> = {
  GetCallerIdentity: {
    run: ({ caller }) => ({ Arn: caller, UserId: userId(caller), Account: accountOf(caller) }),
  },
  AssumeRole: {
    run: (call) => {
      const { world, form, randomHex } = call;
      const roleArn = required(form, 'RoleArn');
      const session = required(form, 'RoleSessionName');
      const duration = Number(form.DurationSeconds ?? hour);
      if (!/^[\w+=,.@-]{2,64}$/.test(session)) invalid('roleSessionName', session);
      if (!Number.isInteger(duration) || duration < 900 || duration > 12 * hour) {
        invalid('durationSeconds', String(duration));
      }
      demand(call, 'sts:AssumeRole', roleArn, { text: trustOf(world, roleArn) });
      const name = roleArn.slice(roleArn.lastIndexOf('/') + 1);
      const principal = `arn:aws:sts::${accountOf(roleArn)}:assumed-role/${name}/${session}`;
      const id = `ASIA${randomHex(8).toUpperCase()}`;
      const secret = randomHex(20);
      const sessionToken = randomHex(64);
      const expires = new Date(world.now.getTime() + duration * 1000).toISOString();
      world.amend({ accessKeys: { [id]: { principal, secret, sessionToken, expires } } });
      return {
        Credentials: {
          AccessKeyId: id,
          SecretAccessKey: secret,
          SessionToken: sessionToken,
          Expiration: expires,
        },
        AssumedRoleUser: { AssumedRoleId: `${uniqueId(roleArn)}:${session}`, Arn: principal },
      };
    },
  },
};

function invalid(member: string, value: string): never {
  throw new QueryRefusal(
    400,
    'ValidationError',
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint`,
  );
}

/** Who may assume a role; of one that says nothing, the identities of its account that IAM policies let. */
function trustOf(world: World, roleArn: string): string {
  const account = accountOf(roleArn);
  const role = world.account(account)?.identities.find(({ arn }) => arn === roleArn);
  if (role?.trustPolicy !== undefined) return role.trustPolicy;
  // A role that does not exist lets nobody in, and is not told apart from one that refuses.
  if (role === undefined) return JSON.stringify({ Version: '2012-10-17', Statement: [] });
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' }],
  });
}

function userId(arn: string): string {
  if (arn.endsWith(':root')) return accountOf(arn);
  const [, role, session] = /:assumed-role\/([^/]+)\/(.+)$/.exec(arn) ?? [];
  return role === undefined
    ? uniqueId(arn)
    : `${uniqueId(`arn:aws:iam::${accountOf(arn)}:role/${role}`)}:${session}`;
}
