import type { Note } from '../authorize/types.ts';

type Data = Readonly<Record<string, string>>;

const limitNames: Readonly<Record<string, string>> = {
  permissionsBoundary: 'permissions boundary',
  sessionPolicies: 'session policy',
  vpcEndpointPolicies: 'VPC endpoint policy',
};

const notes: Readonly<Record<string, (data: Data) => string>> = {
  policyRefused: ({ name, problem }) =>
    `AWS would not accept “${name}” as it is (${problem}), so nothing can be decided with it.`,
  unknownPrincipal: ({ value }) =>
    `${value} cannot call: a caller is a user, role, role session, federated user, account root or AWS service.`,
  unknownAction: ({ value }) => `${value} is not an action that KMS has.`,
  malformedResource: ({ value }) =>
    `${value} is neither a key nor an alias: give an ARN, a key id or alias/name.`,
  keyNotGiven: ({ key }) =>
    `A condition asks for ${key}, which every real request carries; none was given here.`,
  defaultNotDocumented: ({ key }) =>
    `The request does not say ${key}. AWS does not document whether the default then counts; this answer takes it as absent.`,
  tooManyAliases: ({ key }) =>
    `The key has more than 50 aliases, so no condition on ${key} takes effect. AWS documents this for permissions; this answer takes it to hold for a Deny as well.`,
  wildcardBeyondSegment: ({ pattern, resource }) =>
    `${pattern} would fit ${resource} only if a wildcard inside a segment reached over a colon. AWS documents that for a * at the end of a segment alone; this answer takes the pattern not to fit.`,
  severalValuesWithoutSet: ({ key, operator }) =>
    `${key} has several values and ${operator} no ForAnyValue or ForAllValues. AWS says not to do this; here one value that fits is enough.`,
  rolePathUnknown: ({ role }) =>
    `A session's ARN does not tell the path of its role; this answer takes ${role} to have none.`,
  rootUserOfAnotherAccount: () =>
    'AWS does not document what the root user of another account needs in it; this answer takes it as allowed there.',
  wildcardBeyondLimit: ({ limit }) =>
    `AWS documents that a ${limitNames[limit ?? ''] ?? 'policy'} does not limit Principal "*" with aws:PrincipalArn; without it, this answer assumes the same.`,
  grantWithinLimit: ({ limit }) =>
    `AWS does not document whether a ${limitNames[limit ?? ''] ?? 'policy'} limits a grant; this answer assumes it does.`,
  noWayFound: () => 'No small change was found that would allow this.',
  cannotCrossAccounts: ({ action }) => `${action} does not work across accounts. No policy can change that.`,
  awsManagedKeyStaysInAccount: () =>
    'An AWS managed key cannot be used from another account. Use a customer managed key.',
  awsManagedKeyPolicyIsFixed: () =>
    "An AWS managed key's policy cannot be changed, and it does not admit this. Use a customer managed key.",
  grantDecidesWhoRetires: () =>
    'A grant itself says who may retire it. An administrator can revoke it instead.',
  noSuchKey: ({ resource }) => `There is no ${resource}, and nothing to allow.`,
  unknownKey: ({ value }) =>
    `Nothing is known of the key ${value}: neither its policy nor its grants. Add it to the environment.`,
  malformedInput: ({ where }) => `The input has not the right form at ${where}.`,
  invalidPrincipal: ({ name, principal }) =>
    `AWS would not accept “${name}”: its principal ${principal} cannot be. This answer takes it as nobody.`,
  keyOfAliasNotGiven: () =>
    'The permission on the key behind the alias is needed too; nothing is known of that key, so it was not checked.',
  secondKeyNotGiven: ({ action }) =>
    `${action} needs permission on a second key as well; the request does not name it, so it was not checked.`,
  serviceLinkedRoleNeeded: () =>
    'The first multi-Region key of an account also needs iam:CreateServiceLinkedRole, which was not checked.',
  grantNotNamed: () =>
    'The request does not say which grant; this answer looks for any grant that the caller may retire.',
  childGrantNotGiven: () =>
    'A grant lets its grantee create grants no wider than itself; the request does not say what the new one contains.',
  ownerAssumed: ({ account }) =>
    `The resource's ARN does not tell its account; this answer takes it to be ${account}.`,
  grantToAccount: () =>
    'AWS does not document whether a grant to an account needs an IAM policy there; this answer assumes it does.',
};

/** How far an answer reaches. */
export function describeNote({ code, data }: Note): string {
  return notes[code]?.(data) ?? code;
}
