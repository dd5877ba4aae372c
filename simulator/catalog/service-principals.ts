import type { Sourced } from './types.ts';

interface ServicePrincipal extends Sourced {
  readonly name: string;
  /** The Region stands in the name: `logs.us-west-2.amazonaws.com`. */
  readonly regional: boolean;
}

const source = 'services';

/** AWS services that call KMS as themselves, so that key policies name them, by what stands before `.amazonaws.com`. */
export const servicePrincipals = {
  cloudtrail: { name: 'AWS CloudTrail', regional: false, source },
  logs: { name: 'Amazon CloudWatch Logs', regional: true, source },
  events: { name: 'Amazon EventBridge', regional: false, source },
  s3: { name: 'Amazon S3', regional: false, source },
  sns: { name: 'Amazon SNS', regional: false, source },
} as const satisfies Readonly<Record<string, ServicePrincipal>>;

/** A service principal in full, in a Region. */
export function servicePrincipalName(service: keyof typeof servicePrincipals, region: string): string {
  return servicePrincipals[service].regional
    ? `${service}.${region}.amazonaws.com`
    : `${service}.amazonaws.com`;
}
