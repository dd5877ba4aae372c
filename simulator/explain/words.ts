/** Kinds of policies, with their article. */
export const policyKinds: Readonly<Record<string, string>> = {
  key: 'the policy of the resource',
  identity: 'an identity policy',
  boundary: 'the permissions boundary',
  session: 'a session policy',
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  endpoint: 'the VPC endpoint policy',
};

/** A few values in a row; the rest as a number. */
export function listed(values: readonly string[]): string {
  if (values.length === 0) return 'nothing';
  const shown = values.slice(0, 4).join(' or ');
  return values.length > 4 ? `${shown} or ${values.length - 4} more` : shown;
}
