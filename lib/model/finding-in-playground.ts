/* A policy that a finding speaks of, as a state of the playground. */
import { apiDefaultKeyPolicy } from '@/simulator/catalog/default-key-policies.ts';
import type { KeyFacts, PolicyKind } from '@/simulator/index.ts';
import { emptyAccount } from './account.ts';
import {
  type DocumentKind,
  documentKinds,
  emptyRequest,
  type PlaygroundDocument,
  type PlaygroundState,
  playgroundSchema,
} from './playground.ts';
import { accountsOf } from './playground-accounts.ts';

interface FindingExampleState {
  readonly code: string;
  readonly text: string;
  readonly kind: PolicyKind;
  /** What is known of the key. */
  readonly key: KeyFacts | null;
}

const exampleKey = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const exampleRole = 'arn:aws:iam::111122223333:role/App';
const identityArn = /arn:aws[a-z-]*:iam::\d{12}:(?:user|role)\/[\w+=,.@/-]+(?=")/g;
const kmsAction = /"kms:([A-Z]\w+)"/;

/**
 * The policy with a key and those whom it names around it. Null for a policy that the playground has no place
 * for, such as a bucket's, and for a text that it cannot hold.
 */
export function findingInPlayground({ code, text, kind, key }: FindingExampleState): PlaygroundState | null {
  if (!isDocumentKind(kind)) return null;
  const keyArn = key?.arn ?? exampleKey;
  const [, , , , account = ''] = keyArn.split(':');
  const named = [...new Set(text.match(identityArn) ?? [])].slice(0, 20);
  const identities = named.length > 0 ? named : [exampleRole];
  const [caller = exampleRole] = identities;
  const policy: PlaygroundDocument =
    kind === 'key'
      ? { id: 'key-policy', kind, name: 'Key policy', text, disabled: [], attachedTo: keyArn }
      : { id: 'policy', kind, name: names[kind], text, disabled: [] };
  const standard = JSON.stringify(apiDefaultKeyPolicy(account), null, 2);
  const state: PlaygroundState = {
    version: 2,
    scenario: `finding-${code.toLowerCase().replaceAll('_', '-')}`,
    world: {
      accounts: accountsOf([keyArn, ...identities]),
      organization: null,
      identities: identities.map((arn) => ({ arn, name: arn.split(':').at(-1) ?? arn })),
      keys: [{ ...playgroundKey(key), arn: keyArn }],
    },
    documents:
      kind === 'key'
        ? [policy]
        : [
            {
              id: 'key-policy',
              kind: 'key',
              name: 'Key policy',
              text: standard,
              disabled: [],
              attachedTo: keyArn,
            },
            policy,
          ],
    request: {
      ...emptyRequest,
      principal: caller,
      action: `kms:${kmsAction.exec(text)?.[1] ?? 'Decrypt'}`,
      key: keyArn,
      resource: keyArn,
    },
    savedRequests: [],
    baseline: null,
    account: emptyAccount,
  };
  return playgroundSchema.safeParse(state).success ? state : null;
}

const names: Readonly<Record<DocumentKind, string>> = {
  key: 'Key policy',
  identity: 'IAM policy',
  boundary: 'Permissions boundary',
  session: 'Session policy',
  scp: 'Service control policy',
  rcp: 'Resource control policy',
  endpoint: 'VPC endpoint policy',
  grants: 'Grants',
};

function isDocumentKind(kind: PolicyKind): kind is Exclude<PolicyKind, 'resource'> {
  return (documentKinds as readonly string[]).includes(kind);
}

/** What the playground keeps of a key. */
function playgroundKey(key: KeyFacts | null) {
  const { keySpec, keyUsage, origin, manager, multiRegion } = key ?? {};
  return {
    ...(keySpec !== undefined && { keySpec }),
    ...(keyUsage !== undefined && { keyUsage }),
    ...(origin !== undefined && { origin }),
    ...(manager !== undefined && { manager }),
    ...(multiRegion !== undefined && { multiRegion }),
  };
}
