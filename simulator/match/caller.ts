import { parseArn } from './arn.ts';

export type CallerKind = 'user' | 'role' | 'roleSession' | 'federatedUser' | 'root' | 'service' | 'anonymous';

/** Who makes a request, taken apart. */
export interface ParsedCaller {
  readonly kind: CallerKind;
  /** As AWS writes it in a denial: ARN, service principal, `anonymous`. */
  readonly arn: string;
  /** Null for service principals and anonymous callers, which belong to no account of the world. */
  readonly account: string | null;
  /** Name without path: of the user, the role behind a session, the federated user, the service. */
  readonly name: string;
  /** Role sessions and roles: the role's ARN. A session's ARN does not tell the role's path. */
  readonly roleArn: string | null;
  readonly serviceLinked: boolean;
}

/** The role as which the host of an EC2 instance uses the keys of its volumes. */
export const ec2Infrastructure = 'aws:ec2-infrastructure';

const accountId = /^\d{12}$/;
const servicePrincipal = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/i;

/** Takes a principal apart; null for what cannot call: a group, an ARN with wildcards, any other text. */
export function parseCaller(principal: string | { readonly type: string }): ParsedCaller | null {
  if (typeof principal !== 'string') {
    return principal.type === 'Anonymous' ? outsider('anonymous', 'anonymous') : null;
  }
  if (accountId.test(principal)) return parseCaller(`arn:aws:iam::${principal}:root`);
  if (!principal.startsWith('arn:') && servicePrincipal.test(principal))
    return outsider('service', principal);
  const arn = parseArn(principal);
  if (arn === null || !accountId.test(arn.account) || /[*?]/.test(principal)) return null;
  const slash = arn.resource.indexOf('/');
  const type = slash < 0 ? arn.resource : arn.resource.slice(0, slash);
  const rest = slash < 0 ? '' : arn.resource.slice(slash + 1);
  const base = { arn: principal, account: arn.account, roleArn: null, serviceLinked: false };
  if (arn.service === 'iam') {
    if (arn.resource === 'root') return { ...base, kind: 'root', name: 'root' };
    const name = rest.slice(rest.lastIndexOf('/') + 1);
    if (name === '') return null;
    if (type === 'user') return { ...base, kind: 'user', name };
    if (type === 'role') {
      const serviceLinked = rest.startsWith('aws-service-role/');
      return { ...base, kind: 'role', name, roleArn: principal, serviceLinked };
    }
    return null;
  }
  if (arn.service !== 'sts' || rest === '') return null;
  if (type === 'federated-user') return { ...base, kind: 'federatedUser', name: rest };
  if (type !== 'assumed-role') return null;
  const [role = '', session = ''] = rest.split('/');
  if (role === '' || session === '') return null;
  return {
    ...base,
    kind: 'roleSession',
    name: role,
    roleArn: `arn:${arn.partition}:iam::${arn.account}:role/${role}`,
    // Only service-linked roles may have such names.
    serviceLinked: role.startsWith('AWSServiceRoleFor'),
  };
}

function outsider(kind: 'service' | 'anonymous', name: string): ParsedCaller {
  return { kind, arn: name, account: null, name, roleArn: null, serviceLinked: false };
}
