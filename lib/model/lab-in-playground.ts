/* A lab as a state of the playground: its world, the learner's key policy, and the first goal's request. */
import type { PolicyInput } from '@/simulator/index.ts';
import type { Lab } from './lab.ts';
import type { PlaygroundDocument, PlaygroundState, RequestForm } from './playground.ts';

const nameOf = (arn: string) => arn.split(':').at(-1) ?? arn;

/** The lab's world with the learner's text in it. A test of the content holds every lab to the same decisions there. */
export function labInPlayground(lab: Lab, policyText: string): PlaygroundState {
  const { key, callers = [], identityPolicies } = lab.environment;
  const keyArn = key?.arn ?? '';
  return {
    version: 1,
    scenario: `lab-${lab.id}`,
    key: { arn: keyArn },
    callers: callers.map(({ arn }) => ({ arn, name: nameOf(arn) })),
    documents: [
      { id: 'key-policy', kind: 'key', name: 'Key policy', text: policyText, disabled: [] },
      ...identityDocuments(identityPolicies ?? [], 'everybody'),
      ...callers.flatMap(({ arn, identityPolicies: attached }, index) =>
        identityDocuments(attached ?? [], `caller-${index + 1}`, arn),
      ),
    ],
    request: requestForm(lab.goals[0]?.request, keyArn),
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

function requestForm(request: Lab['goals'][number]['request'] | undefined, keyArn: string): RequestForm {
  const pairs = (record: Readonly<Record<string, unknown>> = {}) =>
    Object.entries(record).flatMap(([key, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => ({ key, value: String(one) })),
    );
  return {
    principal: typeof request?.principal === 'string' ? request.principal : '',
    action: request?.action ?? '',
    resource: request?.resource ?? keyArn,
    viaService: request?.viaService ?? '',
    encryptionContext: pairs(request?.encryptionContext),
    context: pairs(request?.context),
    sourceIp: request?.sourceIp ?? '',
    vpcEndpoint: request?.vpcEndpoint ?? '',
  };
}
