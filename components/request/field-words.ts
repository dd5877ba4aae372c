import type { FieldProblem } from '@/lib/model/request-form.ts';

/** What to do about a field that cannot be read. */
export const fieldWords: Record<FieldProblem, string> = {
  empty: 'This is needed to ask anything.',
  malformedPrincipal:
    'This is no caller. Give the ARN of a user, role, role session or root, or a service such as logs.us-west-2.amazonaws.com.',
  malformedAction: 'An action is written service:Action, such as kms:Decrypt.',
  unknownAction: 'KMS has no action of this name.',
  malformedResource: 'Give the ARN of a key or an alias, a key id, alias/name, or *.',
  malformedService: 'Write the service as s3.us-west-2.amazonaws.com.',
  malformedIp: 'This is no IPv4 or IPv6 address.',
  malformedEndpoint: 'A VPC endpoint id looks like vpce-1a2b3c4d.',
  malformedTime: 'Write the time as 2026-03-01T12:00:00Z.',
};
