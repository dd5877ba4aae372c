/* Who made a call, in the forms that CloudTrail writes. Ids that IAM would give out are made from the ARN. */
import { ec2Infrastructure, type ParsedCaller, parseCaller } from '../match/caller.ts';
import type { TrailCaller, TrailRecord } from '../world/trail.ts';
import { roleId, uniqueId } from '../world/unique-id.ts';

interface SessionContext {
  readonly sessionIssuer: {
    readonly type: 'Role';
    readonly principalId: string;
    readonly arn: string;
    readonly accountId: string;
    readonly userName: string;
  };
  readonly attributes: { readonly creationDate: string; readonly mfaAuthenticated: string };
}

export interface UserIdentity {
  /** Absent for what KMS does by itself. */
  readonly type?: 'AssumedRole' | 'AWSAccount' | 'AWSService' | 'FederatedUser' | 'IAMUser' | 'Root';
  readonly principalId?: string;
  readonly arn?: string;
  readonly accountId?: string;
  readonly accessKeyId?: string;
  readonly userName?: string;
  readonly sessionContext?: SessionContext;
  /** The service that called, by itself or for the principal. */
  readonly invokedBy?: string;
}

/** The caller of a call, as the trail of their own account names them. */
export function userIdentity({ caller, at }: TrailRecord): UserIdentity {
  const parsed = parseCaller(caller?.arn ?? '');
  if (caller === null || parsed === null) return {};
  const service = invokingService(caller);
  const invokedBy = service === null ? {} : { invokedBy: service };
  const { account, name, roleArn, arn } = parsed;
  if (account === null) return { type: 'AWSService', invokedBy: nameOfService(arn) };
  if (parsed.kind === 'user') {
    return {
      type: 'IAMUser',
      principalId: uniqueId('AIDA', arn),
      arn,
      accountId: account,
      accessKeyId: uniqueId('AKIA', arn),
      userName: name,
      ...invokedBy,
    };
  }
  const credentials = { accountId: account, accessKeyId: uniqueId('ASIA', arn) };
  if (parsed.kind === 'root')
    return { type: 'Root', principalId: account, arn, ...credentials, ...invokedBy };
  if (roleArn === null) {
    return {
      type: 'FederatedUser',
      principalId: `${account}:${name}`,
      arn,
      ...credentials,
      ...invokedBy,
    };
  }
  if (name === ec2Infrastructure) return hostIdentity(parsed, account, roleArn, at);
  const id = roleId(account, name);
  return {
    type: 'AssumedRole',
    principalId: `${id}:${sessionOf(arn)}`,
    arn: sessionArn(arn, account, name),
    ...credentials,
    sessionContext: {
      sessionIssuer: { type: 'Role', principalId: id, arn: roleArn, accountId: account, userName: name },
      attributes: {
        creationDate: caller.sessionStart ?? timeOf(at),
        mfaAuthenticated: caller.mfa ?? 'false',
      },
    },
    ...invokedBy,
  };
}

/** What KMS does by itself, and what AWS does where no service is named. */
export const awsInternal = 'AWS Internal';

/** The host of an EC2 instance (source: `recordedTrails`). */
function hostIdentity({ arn }: ParsedCaller, account: string, roleArn: string, at: number): UserIdentity {
  const principalId = `${account}:${ec2Infrastructure}`;
  return {
    type: 'AssumedRole',
    principalId: `${principalId}:${sessionOf(arn)}`,
    arn,
    accountId: account,
    accessKeyId: uniqueId('ASIA', arn),
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId,
        arn: roleArn,
        accountId: account,
        userName: ec2Infrastructure,
      },
      attributes: { creationDate: timeOf(at), mfaAuthenticated: 'false' },
    },
    invokedBy: awsInternal,
  };
}

function timeOf(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The caller as the trail of another account, which owns the key, names them. */
export function foreignIdentity(record: TrailRecord): UserIdentity {
  const { principalId, accountId, invokedBy } = userIdentity(record);
  return {
    type: 'AWSAccount',
    ...(principalId !== undefined && { principalId }),
    ...(accountId !== undefined && { accountId }),
    ...(invokedBy !== undefined && { invokedBy }),
  };
}

/** `s3.us-east-1.amazonaws.com` without its Region. */
function withoutRegion(service: string): string {
  return service.replace(/^([^.]+)\.[^.]+\.(?=amazonaws\.com)/, '$1.');
}

/** A service by itself: EC2, when it gives back a grant, is not named (source: `recordedTrails`). */
function nameOfService(principal: string): string {
  const service = withoutRegion(principal);
  return service === 'ec2.amazonaws.com' ? awsInternal : service;
}

/** EC2 goes by another name in CloudTrail (source: `recordedTrails`). */
function invokingService(caller: TrailCaller | null): string | null {
  const named = caller?.viaService ?? caller?.invokedBy ?? null;
  const service = named === null ? null : withoutRegion(named);
  return service === 'ec2.amazonaws.com' ? 'ec2-frontend-api.amazonaws.com' : service;
}

/** What stands for address and client where AWS made the call; null where the caller did. */
export function callingService({ caller, account }: TrailRecord): string | null {
  if (account === null) return caller === null ? awsInternal : nameOfService(caller.arn);
  if (caller !== null && parseCaller(caller.arn)?.name === ec2Infrastructure) return awsInternal;
  return invokingService(caller);
}

/** A caller that is named by the role alone has a session without a name of its own. */
const unnamedSession = 'session';

function sessionOf(arn: string): string {
  return arn.includes(':assumed-role/') ? arn.slice(arn.lastIndexOf('/') + 1) : unnamedSession;
}

function sessionArn(arn: string, account: string, role: string): string {
  if (arn.includes(':assumed-role/')) return arn;
  return `${arn.split(':', 2).join(':')}:sts::${account}:assumed-role/${role}/${unnamedSession}`;
}
