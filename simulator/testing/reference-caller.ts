import type {
  AccessRequest,
  Caller,
  Environment,
  OrganizationLevel,
  PolicyInput,
} from '../authorize/types.ts';

export type CallerKind = 'user' | 'role' | 'session' | 'federated' | 'root' | 'service' | 'anonymous';

/** Who calls, and what is attached to them. */
export interface ReferenceCaller {
  readonly kind: CallerKind;
  readonly arn: string;
  /** Undefined for services and for nobody. */
  readonly account?: string;
  /** Name of the user or role, without its path. */
  readonly name?: string;
  readonly serviceLinked: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly identity: readonly PolicyInput[];
  readonly boundary: readonly PolicyInput[];
  readonly session: readonly PolicyInput[];
  readonly scps: readonly OrganizationLevel[];
}

export function callerOf(environment: Environment, principal: AccessRequest['principal']): ReferenceCaller {
  const who = identify(principal);
  const listed = environment.callers?.find((one) => isListedAs(who, one));
  const attached = listed ?? environment;
  // The root user has no policies of its own, and services and strangers none at all.
  const isIdentity = ['user', 'role', 'session', 'federated'].includes(who.kind);
  return {
    ...who,
    tags: listed?.tags ?? {},
    identity: isIdentity ? (attached.identityPolicies ?? []) : [],
    boundary: isIdentity ? (attached.permissionBoundaries ?? []) : [],
    session: isIdentity ? (attached.sessionPolicies ?? []) : [],
    scps: limitedByScps(environment, who) ? (listed?.scps ?? environment.scps ?? []) : [],
  };
}

type Who = Pick<ReferenceCaller, 'kind' | 'arn' | 'serviceLinked'> & { account?: string; name?: string };

function identify(principal: AccessRequest['principal']): Who {
  if (typeof principal !== 'string') return { kind: 'anonymous', arn: '', serviceLinked: false };
  if (!principal.startsWith('arn:')) return { kind: 'service', arn: principal, serviceLinked: false };
  const account = principal.split(':')[4] ?? '';
  const [type = '', ...path] = principal.split(':').slice(5).join(':').split('/');
  const common = { arn: principal, account };
  if (type === 'root') return { ...common, kind: 'root', serviceLinked: false };
  if (type === 'assumed-role') {
    const name = path[0] ?? '';
    return { ...common, kind: 'session', name, serviceLinked: name.startsWith('AWSServiceRoleFor') };
  }
  const name = path.at(-1) ?? '';
  if (type === 'federated-user') return { ...common, kind: 'federated', name, serviceLinked: false };
  if (type === 'role')
    return { ...common, kind: 'role', name, serviceLinked: path[0] === 'aws-service-role' };
  return { ...common, kind: 'user', name, serviceLinked: false };
}

/** A session is listed under its own ARN or under its role's, whose path the session's ARN does not show. */
function isListedAs(who: Who, caller: Caller): boolean {
  return caller.arn === who.arn || (who.kind === 'session' && isRoleOf(caller.arn, who));
}

/** Whether the ARN is that of the role behind the session. */
export function isRoleOf(roleArn: string, session: { account?: string; name?: string }): boolean {
  const parts = roleArn.split(':');
  const resource = parts.slice(5).join(':').split('/');
  return (
    parts[2] === 'iam' &&
    parts[4] === session.account &&
    resource[0] === 'role' &&
    resource.at(-1) === session.name
  );
}

function limitedByScps(environment: Environment, who: Who): boolean {
  if (who.account === undefined || who.serviceLinked) return false;
  return who.account !== environment.organization?.managementAccount;
}
