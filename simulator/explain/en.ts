/*
 * The trace in English. Nothing here decides anything: each function says what a value that the engine
 * returned means.
 */
import type {
  Decision,
  ElementResult,
  GrantResult,
  StatementResult,
  Step,
  StepCode,
  StepOutcome,
  Verdict,
} from '../authorize/types.ts';
import { listed, policyKinds } from './words.ts';

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
