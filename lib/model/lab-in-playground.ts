/* A lab as a state of the playground: its world, the learner's key policy, and the first goal's request. */
import type { PolicyInput } from '@/simulator/index.ts';
import { emptyAccount } from './account.ts';
import type { Lab } from './lab.ts';
import { emptyRequest, type PlaygroundDocument, type PlaygroundState } from './playground.ts';
import { accountsOf } from './playground-accounts.ts';
import { formOf } from './playground-request.ts';

const nameOf = (arn: string) => arn.split(':').at(-1) ?? arn;

/** The lab's world with the learner's text in it. A test of the content holds every lab to the same decisions there. */
export function labInPlayground(lab: Lab, policyText: string): PlaygroundState {
  const { key, callers = [], identityPolicies } = lab.environment;
  const keyArn = key?.arn ?? '';
  return {
    version: 2,
    scenario: `lab-${lab.id}`,
    world: {
      accounts: accountsOf([keyArn, ...callers.map(({ arn }) => arn)]),
      organization: null,
      identities: callers.map(({ arn }) => ({ arn, name: nameOf(arn) })),
      keys: [{ arn: keyArn }],
    },
    documents: [
      {
        id: 'key-policy',
        kind: 'key',
        name: 'Key policy',
        text: policyText,
        disabled: [],
        attachedTo: keyArn,
      },
      ...identityDocuments(identityPolicies ?? [], 'everybody'),
      ...callers.flatMap(({ arn, identityPolicies: attached }, index) =>
        identityDocuments(attached ?? [], `caller-${index + 1}`, arn),
      ),
    ],
    request: lab.goals[0] ? formOf(lab.goals[0].request, keyArn) : { ...emptyRequest, key: keyArn },
    savedRequests: [],
    baseline: null,
    account: emptyAccount,
  };
}

function identityDocuments(
  policies: readonly PolicyInput[],
  owner: string,
  attachedTo?: string,
): PlaygroundDocument[] {
  return policies.map((policy, index) => ({
    id: `iam-${owner}-${index + 1}`,
    kind: 'identity',
    name: `IAM: ${attachedTo === undefined ? owner : nameOf(attachedTo)}`,
    text: textOf(policy),
    disabled: [],
    ...(attachedTo !== undefined && { attachedTo }),
  }));
}

function textOf(policy: PolicyInput): string {
  if (typeof policy === 'string') return policy;
  return typeof policy.text === 'string' ? policy.text : JSON.stringify(policy, null, 2);
}
