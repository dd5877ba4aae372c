/*
 * The engine's codes in English. Nothing here decides anything: each function says what a value that
 * the engine returned means.
 */
import type { KnownPrincipal, Unexplored } from '../access/types.ts';
import type { Change, ChangeCode } from '../advise/types.ts';
import type {
  Decision,
  ElementResult,
  GrantResult,
  Note,
  StatementResult,
  Step,
  StepCode,
  StepOutcome,
  Verdict,
} from '../authorize/types.ts';
import type { PolicyProblem, PolicyProblemCode } from '../policy/types.ts';
import type { UnreadPart } from '../requests/types.ts';

type Data = Readonly<Record<string, string>>;

export const verdictWords: Readonly<Record<Verdict, { readonly mark: string; readonly word: string }>> = {
  Allowed: { mark: '✔', word: 'Allowed' },
  ExplicitlyDenied: { mark: '⊘', word: 'Explicitly denied' },
  ImplicitlyDenied: { mark: '◌', word: 'Implicitly denied' },
  NotSimulated: { mark: '?', word: 'Not simulated' },
};

export const outcomeMarks: Readonly<Record<StepOutcome, string>> = {
  allows: '✔',
  delegates: '→',
  denies: '⊘',
  silent: '◌',
  passes: '✔',
  notConsulted: '–',
  notSimulated: '?',
};

/** What each step is called. */
export const stepNames: Readonly<Record<StepCode, string>> = {
  resource: 'Resource',
  explicitDeny: 'Explicit denies',
  resourceControlPolicies: 'Resource control policies',
  serviceControlPolicies: 'Service control policies',
  keyPolicy: 'Key policy',
  resourcePolicy: 'Resource policy',
  grants: 'Grants',
  identityPolicies: 'Identity policies',
  crossAccount: 'Across accounts',
  permissionsBoundary: 'Permissions boundary',
  sessionPolicies: 'Session policies',
  vpcEndpointPolicies: 'VPC endpoint policy',
};

const policyKinds: Readonly<Record<string, string>> = {
  key: 'the policy of the resource',
  identity: 'an identity policy',
  boundary: 'the permissions boundary',
  session: 'a session policy',
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  endpoint: 'the VPC endpoint policy',
};

type StepSentence = (step: Step) => string;
const fixed =
  (sentence: string): StepSentence =>
  () =>
    sentence;

const sentences: Readonly<Record<StepCode, Partial<Record<StepOutcome, StepSentence>>>> = {
  resource: {
    passes: ({ data }) =>
      data.requested === data.resource || data.requested === undefined
        ? 'The resource is what the request names.'
        : `${data.requested || 'The ciphertext'} leads to ${data.resource}; policies are held against that.`,
    silent: ({ data }) =>
      data.missing === 'alias'
        ? `There is no ${data.requested} where it is looked up: in the account and Region of its ARN, or, without one, in the caller's.`
        : `There is no key ${data.requested} in the caller's account and Region. A key of another account needs its ARN.`,
  },
  explicitDeny: {
    passes: ({ statements }) =>
      statements.length === 0
        ? 'No policy has a Deny statement for this.'
        : `None of ${count(statements.length, 'Deny statement')} matches.`,
    denies: ({ data }) =>
      `A Deny in ${policyKinds[data.kind ?? ''] ?? 'a policy'} matches. It wins over every allow.`,
  },
  resourceControlPolicies: {
    passes: fixed(
      'Resource control policies do not forbid it; RCPFullAWSAccess, always attached, allows the rest.',
    ),
    notConsulted: fixed('No resource control policy applies.'),
  },
  serviceControlPolicies: {
    passes: ({ data }) => `Every level of the caller's organization (${data.levels}) allows it.`,
    silent: ({ data }) =>
      `Level ${Number(data.silent) + 1} of ${data.levels} of the caller's organization does not allow it.`,
    notConsulted: fixed('No service control policy applies to the caller.'),
  },
  keyPolicy: {
    allows: fixed('The key policy allows the caller directly. In the same account no IAM policy is needed.'),
    delegates: fixed(
      "The key policy lets the caller's account decide: an IAM policy there must allow it too.",
    ),
    silent: fixed(
      'No statement of the key policy allows this. Unless a grant does, an IAM policy has no effect.',
    ),
    notConsulted: ({ data }) =>
      ({
        account: 'No key is involved, so no key policy is asked: IAM policies decide.',
        alias: 'An alias has no key policy: IAM policies decide about it.',
        key: 'The key does not exist yet, so its key policy is not asked.',
        retireGrant: 'Key policies have no say in retiring a grant: the grant itself does.',
      })[data.reason ?? ''] ?? 'The key policy is not asked.',
  },
  resourcePolicy: {
    allows: fixed('The policy of the resource allows the caller directly.'),
    delegates: fixed(
      "The policy of the resource leaves the rest to the caller's account: an IAM policy there must allow it too.",
    ),
    silent: fixed('The policy of the resource does not allow this.'),
    notConsulted: fixed('The resource has no policy of its own.'),
  },
  grants: {
    allows: ({ data }) =>
      data.retiring === 'true'
        ? 'The caller may retire a grant like this: as its retiring principal, its grantee, or the account it belongs to.'
        : 'A grant allows it; no key policy or IAM policy is needed besides.',
    delegates: ({ data }) =>
      data.retiring === 'true'
        ? "The grant may be retired by the caller's account: an IAM policy there must allow kms:RetireGrant."
        : "A grant reaches the caller's account: an IAM policy there must allow it too.",
    silent: ({ grants = [] }) => `None of ${count(grants.length, 'grant')} fits.`,
    notConsulted: fixed('There are no grants on the key.'),
  },
  identityPolicies: {
    allows: ({ data }) =>
      data.root === 'true'
        ? 'The root user of an account needs no IAM policy in it.'
        : "The caller's IAM policies allow it.",
    silent: ({ statements }) =>
      statements.length === 0
        ? 'The caller has no IAM policy that allows anything.'
        : `None of ${count(statements.length, 'Allow statement')} in the caller's IAM policies matches.`,
    notConsulted: fixed("The caller's IAM policies cannot change the answer."),
  },
  crossAccount: {
    passes: ({ data }) =>
      data.service === 'kms'
        ? `The caller is in ${data.caller}, the key in ${data.owner}: a grant, or both the key policy and an IAM policy, must allow it.`
        : `The caller is in ${data.caller}, the resource in ${data.owner}: both accounts must allow it.`,
    silent: ({ data }) =>
      data.closed === 'awsManagedKey'
        ? 'An AWS managed key serves its own account only. No policy can open it to another.'
        : `${data.action} does not work across accounts, whatever policies say.`,
  },
  permissionsBoundary: limitSentences('permissions boundary'),
  sessionPolicies: limitSentences('session policy'),
  vpcEndpointPolicies: limitSentences('VPC endpoint policy'),
};

function limitSentences(name: string): Partial<Record<StepOutcome, StepSentence>> {
  return {
    passes: fixed(`The ${name} allows it too.`),
    silent: ({ data }) =>
      data.federated === 'true'
        ? 'A federated user without a session policy may do only what a policy of the resource gives to it by name.'
        : `The ${name} does not allow it, and what it does not allow is denied.`,
    notConsulted: ({ data }) =>
      data.exempt === 'true'
        ? `The ${name} does not allow it, but it does not limit what the resource's policy gives to this very caller.`
        : `No ${name} applies.`,
  };
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** One sentence on what a step found. */
export function describeStep(step: Step, _decision: Decision): string {
  return sentences[step.code][step.outcome]?.(step) ?? stepNames[step.code];
}

/** Why a statement matches, or the one element that keeps it from matching. */
export function describeStatement(result: StatementResult): string {
  const name = result.sid ?? `Statement ${result.index + 1}`;
  const failed = result.elements.find(({ matched }) => !matched);
  if (failed === undefined) return `${name} matches: ${result.effect}.`;
  return `${name} does not match: ${describeElement(failed)}`;
}

/** What an element asks for and what the request brought. */
export function describeElement(element: ElementResult): string {
  const expected = element.negated ? `anything but ${listed(element.expected)}` : listed(element.expected);
  const found = listed(element.found);
  switch (element.element) {
    case 'Principal':
      return `its principal is ${expected}, the caller is ${found}.`;
    case 'Action':
      return element.expected.length === 0
        ? 'it has no Action, so it does nothing.'
        : `its action is ${expected}, the request is ${found}.`;
    case 'Resource':
      return element.expected.length === 0
        ? 'it has no Resource, so it does nothing.'
        : `its resource is ${expected}, the request is for ${found}.`;
    case 'Condition':
      return element.found.length === 0
        ? `${element.operator} wants ${element.key} = ${expected}, and the request has no ${element.key}.`
        : `${element.operator} wants ${element.key} = ${expected}, the request has ${found}.`;
  }
}

function listed(values: readonly string[]): string {
  if (values.length === 0) return 'nothing';
  const shown = values.slice(0, 4).join(' or ');
  return values.length > 4 ? `${shown} or ${values.length - 4} more` : shown;
}

const grantFailures: Readonly<Record<NonNullable<GrantResult['failed']>, string>> = {
  grantee: 'it is for somebody else',
  operation: 'it does not contain the operation',
  constraint: 'the encryption context does not fit its constraint',
  token: 'it is not yet known everywhere, and the request does not carry its token',
  sourceArn: 'the request does not come from a service on behalf of its source ARN',
  childGrant: 'the new grant would be wider than this one',
};

/** Why a grant fits or does not. */
export function describeGrant({ grantId, failed }: GrantResult): string {
  return failed === undefined
    ? `Grant ${grantId} fits.`
    : `Grant ${grantId} does not fit: ${grantFailures[failed]}.`;
}

const problems: Readonly<Record<PolicyProblemCode, (data: Data) => string>> = {
  JSON_SYNTAX_ERROR: ({ reason }) => syntaxErrors[reason ?? ''] ?? 'This is not JSON.',
  NOT_AN_OBJECT: ({ found }) => `A policy is a JSON object, this is ${withArticle(found)}.`,
  DUPLICATE_KEY: ({ element }) => `${element} is there twice. Only one may stay.`,
  UNKNOWN_ELEMENT: ({ element, known }) => `${element} is no element here. Known are ${known}.`,
  ELEMENT_CASE: ({ element, expected }) => `Write ${expected} for ${element}.`,
  DATA_TYPE_MISMATCH: ({ element, expected, found }) =>
    `${element} takes ${withArticle(expected)}, this is ${withArticle(found)}.`,
  INVALID_VERSION: ({ found }) => `There is no Version ${found}. Use 2012-10-17.`,
  MISSING_STATEMENT: () => 'A policy needs at least one statement.',
  MISSING_EFFECT: () => 'A statement needs an Effect, Allow or Deny.',
  INVALID_EFFECT: ({ found }) => `Effect is Allow or Deny, in this spelling; found ${found}.`,
  MISSING_PRINCIPAL: () => 'A statement of a policy on a resource needs a Principal.',
  UNSUPPORTED_PRINCIPAL: () =>
    'This kind of policy has no Principal: it speaks of whoever it is attached to.',
  INVALID_PRINCIPAL_TYPE: ({ found, known }) => `${found} is no type of principal. Known are ${known}.`,
  INVALID_PRINCIPAL: ({ principal }) =>
    `AWS does not accept the principal ${principal}: it must be an account, a user, a role, a session or a federated user, without wildcards. For patterns use "*" with aws:PrincipalArn.`,
  MISSING_ACTION: () => 'Without an Action the statement has no effect.',
  MISSING_RESOURCE: () =>
    'Without a Resource the statement has no effect. In a key policy "*" means this key.',
  ELEMENT_AND_ITS_OPPOSITE: ({ element, opposite }) => `${element} and ${opposite} exclude each other.`,
  UNKNOWN_OPERATOR: ({ operator }) => `There is no condition operator ${operator}.`,
  POLICY_TOO_LARGE: ({ size, limit }) => `The policy has ${size} characters; ${limit} are allowed.`,
};

const syntaxErrors: Readonly<Record<string, string>> = {
  empty: 'There is no policy yet.',
  unexpectedCharacter: 'This character has no place here.',
  unterminatedString: 'The closing quotation mark is missing.',
  badEscape: 'There is no such escape in JSON.',
  controlCharacter: 'A control character must be written as an escape.',
  expectedName: 'A name in quotation marks belongs here.',
  expectedColon: 'A colon is missing after the name.',
  expectedValue: 'A value is missing.',
  expectedComma: 'A comma is missing.',
  trailingComma: 'JSON has no comma after the last entry.',
  comment: 'JSON has no comments.',
  unclosed: 'The closing bracket is missing.',
  bareWord: 'This needs quotation marks.',
  trailingText: 'Nothing may follow the policy.',
  tooDeep: 'This is nested deeper than any policy.',
};

function withArticle(noun = 'nothing'): string {
  if (noun === 'null' || noun === 'nothing') return noun;
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** What is wrong with a piece of a policy, and what to write. */
export function describeProblem({ code, data }: PolicyProblem): string {
  return problems[code](data);
}

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

/** A principal by name, or in words where it stands for others. */
export function describePrincipal({ principal, origin, account, assumed }: KnownPrincipal): string {
  switch (origin) {
    case 'account':
      return `Any identity of account ${account} whose IAM policies allow all of KMS`;
    case 'outsider':
      return 'Anybody in any other account whose IAM policies allow all of KMS';
    case 'root':
      return `The root user of account ${account}`;
    default:
      return assumed ? `${principal} (if its own account allows it)` : principal;
  }
}

const unexploredReasons: Readonly<Record<Unexplored['reason'], string>> = {
  keyFact: 'it depends on the key, and this is not known of it',
  variable: 'its value follows from the caller',
  value: 'no value is known that meets it',
  tooMany: 'the conditions have more combinations than are tried',
};

/** A condition under which access was not looked for. */
export function describeUnexplored({ key, operator, values, reason }: Unexplored): string {
  const what = reason === 'tooMany' ? 'Some conditions' : `${operator} ${key} = ${listed(values)}`;
  return `${what}: not tried, since ${unexploredReasons[reason]}.`;
}

const unreadParts: Readonly<Record<UnreadPart, string>> = {
  principal: 'Who made the request could not be read.',
  action: 'The action could not be read.',
  resource: 'The key could not be read.',
  secondResource: 'The second key could not be read.',
  reason: 'The text does not say why AWS refused.',
  accessDeniedWithoutDetails:
    'The text says “Access Denied” and no more, as S3 does: the caller and the key are not in it. CloudTrail has them.',
  detailsKeptByService: 'The service does not say for whom it tried to use the key. CloudTrail does.',
  serviceEvent: 'AWS did this by itself; nobody asked for permission.',
  encryptionContext: 'The encryption context could not be read.',
  sourceIp: 'The address of the caller could not be read.',
  outcome: 'The call failed for another reason than permission.',
  notText: 'This is no text.',
  notJson: 'This is not JSON.',
  notAnEvent: 'There is no CloudTrail event in this.',
};

/** What a text or an event does not tell. */
export function describeUnread(part: UnreadPart): string {
  return unreadParts[part];
}

const changes: Readonly<Record<ChangeCode, (data: Data) => string>> = {
  addAction: ({ statement, action }) => `Add ${action} to statement ${statement}`,
  addPrincipal: ({ statement, principal }) => `Add ${principal} to the principals of statement ${statement}`,
  fixResource: ({ statement }) => `Let statement ${statement} cover this key`,
  widenCondition: ({ statement, key, value }) => `Let statement ${statement} accept ${value} for ${key}`,
  removeCondition: ({ statement, key }) => `Drop the condition on ${key} from statement ${statement}`,
  exceptCaller: ({ statement, principal }) => `Except ${principal} from the Deny in statement ${statement}`,
  exceptServices: ({ statement }) =>
    `Let the Deny in statement ${statement} spare calls that an AWS service makes for the caller`,
  removeActionFromDeny: ({ statement, action }) => `Take ${action} out of the Deny in statement ${statement}`,
  removeDeny: ({ statement }) => `Remove the Deny in statement ${statement}`,
  addStatement: ({ kind, principal, action }) =>
    kind === 'key'
      ? `Add a statement to the key policy that allows ${principal} to call ${action}`
      : `Add a statement that allows ${action} to ${policyKinds[kind ?? ''] ?? 'the policy'}`,
  addAccountStatement: ({ account }) => `Let account ${account} decide by its IAM policies`,
  addIdentityPolicy: ({ principal, action }) => `Attach an IAM policy to ${principal} that allows ${action}`,
  createGrant: ({ principal, action }) => `Create a grant for ${principal} with ${action}`,
  useKeyArn: ({ to }) => `Name the key by its ARN, ${to}`,
  useAlias: ({ value }) => `Name the key by its alias, ${value}`,
  callThroughService: ({ key, value }) =>
    key === 'kms:ViaService' ? `Call through ${value}` : 'Call through an AWS service',
  useEndpoint: ({ key, value }) => `Call through the VPC endpoint: ${key} = ${value}`,
  sendEncryptionContext: ({ key, value }) => `Send the encryption context: ${key} = ${value}`,
  sendGrantToken: () => 'Send the grant token with the request',
  changeRequest: ({ key, value }) => (value ? `Call with ${key} = ${value}` : `Call without ${key}`),
};

/** A change that would allow a request, as an instruction. */
export function describeChange({ code, data }: Change): string {
  return changes[code](data);
}
