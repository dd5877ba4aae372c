/* What an editor says about the policy language itself. */
import type { ConditionOperator } from '../catalog/condition-operators.ts';
import type { ConditionValueType, GlobalConditionKey } from '../catalog/types.ts';
import type { RenameRefusal } from '../language/types.ts';
import type { Arn } from '../match/arn.ts';

/** What each element is for. */
export const elementSentences: Readonly<Record<string, string>> = {
  Version:
    'The version of the policy language, 2012-10-17. Without it AWS reads the policy in the older language, which has no policy variables.',
  Id: 'A name for the whole policy. It decides nothing.',
  Statement: 'The statements. Each is held against every request; the order does not matter.',
  Sid: "The statement's name. It decides nothing, but people and tools speak of the statement by it. Each name may be there once.",
  Effect: 'Allow permits what the statement describes. Deny forbids it, whatever else allows it.',
  Principal: 'Who the statement speaks of: accounts, users, roles, sessions, AWS services, or everybody.',
  NotPrincipal:
    'Everybody but these. With Allow this opens the key to strangers; with Deny every identity of a caller must be listed to be spared.',
  Action: 'What the statement speaks of. * and ? stand for other characters; case does not matter.',
  NotAction: 'Every action but these, also such as will come one day.',
  Resource: 'What may be acted on. In a key policy "*" means this key.',
  NotResource: 'Everything but these.',
  Condition:
    'When the statement counts. All conditions must be met; of the values of one key, any one is enough.',
};

/** What the types of a Principal are for. */
export const principalTypeSentences: Readonly<Record<string, string>> = {
  AWS: 'Accounts, users, roles and role sessions, by ARN or account ID.',
  Service: 'AWS services that call as themselves, such as logs.us-west-2.amazonaws.com.',
  Federated: 'Identity providers. A key policy does not take them.',
  CanonicalUser: 'An account by its canonical user ID, as Amazon S3 uses it.',
};

export const effectSentences: Readonly<Record<'Allow' | 'Deny', string>> = {
  Allow: 'Permits what the statement describes, unless a Deny forbids it.',
  Deny: 'Forbids what the statement describes. It wins over every Allow.',
};

/** When a request has a global condition key. */
export const presenceSentences: Readonly<Record<GlobalConditionKey['present'], string>> = {
  always: 'Every request has it.',
  anyPrincipal: 'Every request of a user, role or account has it.',
  calledByService: 'Present when certain services call for the principal.',
  calledByServiceForResource: 'Present when an AWS service calls as itself, for a resource of somebody.',
  iamUser: 'Present when an IAM user calls.',
  mfaChecked: 'Present when the caller signed in with multi-factor authentication.',
  organizationMember: "Present when the caller's account is in an organization.",
  organizationResource: "Present when the key's account is in an organization.",
  outsideVpcEndpoint: 'Absent when the request comes through a VPC endpoint or through an AWS service.',
  requestTags: 'Present when the request sets tags.',
  resourceTags: 'Present when the key has this tag.',
  principalTags: 'Present when the caller has this tag.',
  servicePrincipal: 'Present when an AWS service calls as itself.',
  temporaryCredentials: 'Present when the caller has temporary credentials.',
  userAgentSent: 'Present when the client names itself. Anybody can send any name.',
  vpcEndpoint: 'Present when the request comes through a VPC endpoint.',
};

/** The types of condition values, as readers know them. */
export const valueTypeWords: Readonly<Record<ConditionValueType, string>> = {
  ARN: 'ARN',
  ArrayOfString: 'list of strings',
  Bool: 'true or false',
  Date: 'date',
  IPAddress: 'IP address',
  Numeric: 'number',
  String: 'string',
};

const orders = {
  less: 'less than',
  lessOrEqual: 'at most',
  greater: 'greater than',
  greaterOrEqual: 'at least',
} as const;

const nouns: Readonly<Record<ConditionOperator['type'], string>> = {
  Arn: 'ARN',
  Binary: 'binary value',
  Bool: 'truth value',
  Date: 'date',
  IpAddress: 'address',
  Null: 'key',
  Numeric: 'number',
  String: 'text',
};

interface OperatorParts {
  readonly row: ConditionOperator;
  readonly set: 'ForAllValues' | 'ForAnyValue' | null;
  readonly ifExists: boolean;
}

/** What an operator asks of a request, in a sentence or three. */
export function describeOperator({ row, set, ifExists }: OperatorParts): string {
  if (row.type === 'Null')
    return 'True asks that the key is absent from the request, false that it is there.';
  const sentences = [comparison(row)];
  if (set === 'ForAnyValue') sentences.push('One of the values in the request has to fit.');
  if (set === 'ForAllValues') {
    sentences.push('Every value in the request has to fit; a request without the key fits as well.');
  }
  if (ifExists) sentences.push('Met also when the request does not have the key.');
  else if (row.negated) sentences.push('A request without the key fits as well.');
  return sentences.join(' ');
}

function comparison({ type, negated, wildcards, ignoreCase, order }: ConditionOperator): string {
  const noun = nouns[type];
  if (order) return `The ${noun} in the request is ${orders[order]} the one given.`;
  if (type === 'IpAddress') return `The address is ${negated ? 'in none' : 'in one'} of the ranges.`;
  const verb = wildcards ? 'fits' : 'is';
  const which = `${verb} ${negated ? 'none' : 'one'} of those given`;
  const how = [
    wildcards && 'in which * and ? stand for other characters',
    ignoreCase && 'whatever their case',
  ].filter((part) => part !== false && part !== undefined);
  return `The ${noun} in the request ${[which, ...how].join(', ')}.`;
}

export const renameRefusals: Readonly<Record<RenameRefusal, string>> = {
  notASid: 'There is no Sid here.',
  empty: 'A Sid needs at least one character.',
  notAlphanumeric: 'In this kind of policy a Sid has letters and digits only.',
  taken: 'Another statement has this Sid.',
};

export const notFormattable = 'This is not JSON yet, so it stays as it is.';

/** The parts of an ARN by name. */
export function describeArn(arn: Arn): string {
  const parts = [
    ['Partition', arn.partition],
    ['service', arn.service],
    ['Region', arn.region],
    ['account', arn.account],
    ['resource', arn.resource],
  ].filter(([, part]) => part !== '');
  return `${parts.map(([name, part]) => `${name} ${part}`).join(', ')}.`;
}

/** What a condition key has in the current request; undefined: it is absent. */
export function describeRequestValue(values: readonly string[] | undefined): string {
  if (values === undefined) return 'The current request does not have it.';
  return `In the current request: ${values.length === 0 ? 'no value' : values.join(', ')}.`;
}

/** The KMS actions that a pattern covers. */
export function describeCovered(names: readonly string[]): string {
  if (names.length === 0) return 'It covers no KMS action.';
  return `It covers ${names.length === 1 ? 'one KMS action' : `${names.length} KMS actions`}: ${names.join(', ')}.`;
}

/** What an identity has in the world. */
export function describeKnownCaller(policies: number, tags: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(tags).map(([name, value]) => `${name}=${value}`);
  const count =
    policies === 0 ? 'no IAM policy' : policies === 1 ? 'one IAM policy' : `${policies} IAM policies`;
  return `Known here, with ${count}${pairs.length > 0 ? ` and the tags ${pairs.join(', ')}` : ''}.`;
}

export const unknownCaller = 'Nobody of this name is known here.';
