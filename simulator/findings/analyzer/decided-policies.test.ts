import { expect, test } from 'vitest';
import type { OrganizationLevel, PolicyInput } from '../../authorize/types.ts';
import type { PolicyKind } from '../../policy/types.ts';
import { type DecisionCase, readDecisionCases } from '../../testing/cases.ts';
import { checkPolicy } from '../check.ts';
import type { Finding } from '../types.ts';

const checked = new Map<string, readonly Finding[]>();

/** What Access Analyzer has to say. Cases share their policies: each is checked once. */
function told(text: string, kind: PolicyKind): readonly Finding[] {
  const known = checked.get(`${kind} ${text}`);
  if (known) return known;
  const findings = checkPolicy(text, { kind }).filter(({ code }) => !code.startsWith('KMS_'));
  checked.set(`${kind} ${text}`, findings);
  return findings;
}

interface Used {
  readonly kind: PolicyKind;
  readonly text: string;
}

function textOf(input: PolicyInput): string {
  if (typeof input === 'string') return input;
  return 'text' in input && typeof input.text === 'string' ? input.text : JSON.stringify(input);
}

function policiesOf(one: DecisionCase): readonly Used[] {
  const used = (kind: PolicyKind, inputs: readonly PolicyInput[] | null | undefined): readonly Used[] =>
    (inputs ?? []).map((input) => ({ kind, text: textOf(input) }));
  const levels = (kind: PolicyKind, list: readonly OrganizationLevel[] | null | undefined) =>
    (list ?? []).flatMap(({ policies }) => used(kind, policies));
  const isKms = /^kms:/i.test(one.request.action);
  return [
    ...used(isKms ? 'key' : 'resource', one.resourcePolicy ? [one.resourcePolicy] : []),
    ...used('identity', one.identityPolicies),
    ...used('boundary', one.permissionBoundaries),
    ...used('session', one.sessionPolicies),
    ...used('endpoint', one.vpcEndpointPolicies),
    ...levels('scp', one.scps),
    ...levels('rcp', one.rcps),
  ];
}

/** Cases that are about a mistake, each looked at by hand. */
const mistakes: Readonly<Record<string, readonly string[]>> = {
  'IAM: kms:Decrypt? does not cover Decrypt': ['INVALID_ACTION'],
  'IAM: resource ARNs are case-sensitive': ['INVALID_ARN_REGION', 'INVALID_ARN_RESOURCE'],
  'a multivalued key under an operator without ForAnyValue or ForAllValues': ['MISSING_QUALIFIER'],
  'a policy that is not JSON': ['JSON_SYNTAX_ERROR', 'MISSING_STATEMENT'],
  'a variable in Resource under Version 2008-10-17 is literal': ['VARIABLE_UNSUPPORTED_IN_VERSION'],
  'an identity policy statement without Action': ['MISSING_ACTION'],
  'an identity policy statement without Resource': ['MISSING_RESOURCE'],
  'an unknown condition operator in an allow': ['INVALID_CONDITION_OPERATOR'],
  'endpoint: a statement without Action': ['MISSING_ACTION'],
  'key policy action kms against kms:Decrypt': ['INVALID_ACTION'],
  'key policy action kms:De?crypt against kms:Decrypt': ['INVALID_ACTION'],
  'key policy action kms:Decryp against kms:Decrypt': ['INVALID_ACTION'],
  'key policy action s3:* against kms:Decrypt': ['UNSUPPORTED_ACTION_IN_POLICY'],
  'key resource conditions never match ListKeys': ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
  'kms:CallerAccount is absent for ListAliases': ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
  'kms:CallerAccount is absent for ListKeys': ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
  'kms:ViaService is absent for ListAliases': ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
  'kms:ViaService is absent for ListKeys': ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
  'under Version 2008-10-17 a variable is literal text': ['VARIABLE_UNSUPPORTED_IN_VERSION'],
  'under Version 2008-10-17 the literal text matches itself': ['VARIABLE_UNSUPPORTED_IN_VERSION'],
};

test('policies of decided cases have no error that the case is not about', { timeout: 60_000 }, () => {
  const found = new Map<string, Set<string>>();
  for (const one of readDecisionCases()) {
    const errors = policiesOf(one)
      .flatMap(({ kind, text }) => told(text, kind))
      .filter(({ severity }) => severity === 'error');
    if (errors.length > 0) found.set(one.id, new Set(errors.map(({ code }) => code)));
  }
  expect(Object.fromEntries([...found].map(([id, codes]) => [id, [...codes].sort()]))).toEqual(mistakes);
});
