/* A way to allow, put into the state that it was found for. */
import type { Change, GrantChange, PolicyChange, WayToAllow } from '@/simulator/index.ts';
import { freeDocumentId } from './document-id.ts';
import { readGrants } from './grant-list.ts';
import { documentKinds, type PlaygroundDocument, type PlaygroundState } from './playground.ts';
import { worldEnvironment } from './playground-environment.ts';
import { formOf } from './playground-request.ts';

/** The state after all changes of a way. */
export function applyWay(state: PlaygroundState, { changes }: Pick<WayToAllow, 'changes'>): PlaygroundState {
  return changes.reduce(applyChange, state);
}

function applyChange(state: PlaygroundState, change: Change): PlaygroundState {
  switch (change.type) {
    case 'policy':
      return change.isNew ? addPolicy(state, change) : rewritePolicy(state, change);
    case 'grant':
      return addGrant(state, change);
    case 'request': {
      const key = state.request.key;
      // What a way does not speak of, such as tags of the request, it has from the form itself.
      return { ...state, request: { ...formOf(change.request, key), key } };
    }
  }
}

function keyPolicyOf({ documents, world }: PlaygroundState, keyArn: string): PlaygroundDocument | undefined {
  const isFirst = world.keys[0]?.arn === keyArn;
  return documents.find(
    ({ kind, attachedTo }) => kind === 'key' && (attachedTo === undefined ? isFirst : attachedTo === keyArn),
  );
}

const focusOf = ({ request, world }: PlaygroundState) => request.key || (world.keys[0]?.arn ?? '');

function rewritePolicy(state: PlaygroundState, change: PolicyChange): PlaygroundState {
  // Every change counts positions in the world as the changes before it have left it.
  const { documentOf } = worldEnvironment(state, state.request.key, state.request.principal);
  const id =
    change.kind === 'key'
      ? keyPolicyOf(state, change.keyArn ?? focusOf(state))?.id
      : documentOf({ kind: change.kind, index: change.index });
  return {
    ...state,
    documents: state.documents.map((document) =>
      document.id === id ? { ...document, text: change.text } : document,
    ),
  };
}

function addPolicy(state: PlaygroundState, change: PolicyChange): PlaygroundState {
  const kind = documentKinds.find((known) => known === change.kind);
  if (!kind) return state;
  const owner = kind === 'key' ? (change.keyArn ?? focusOf(state)) : (change.caller ?? roleOf(state));
  const document: PlaygroundDocument = {
    id: freeDocumentId(state.documents, kind),
    kind,
    name: kind === 'key' ? 'Key policy' : `IAM: ${owner.split('/').at(-1)}`.slice(0, 120),
    text: change.text,
    disabled: [],
    attachedTo: owner,
  };
  return { ...state, documents: [...state.documents, document] };
}

/** The identity that a policy for the caller is attached to: of a session, its role. */
function roleOf({ request, world }: PlaygroundState): string {
  const session = /^arn:([^:]*):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(request.principal);
  if (!session) return request.principal;
  const [, partition, account, role] = session;
  const isIt = (arn: string) =>
    arn.startsWith(`arn:${partition}:iam::${account}:role/`) && arn.endsWith(`/${role}`);
  return (
    world.identities.find(({ arn }) => isIt(arn))?.arn ?? `arn:${partition}:iam::${account}:role/${role}`
  );
}

function addGrant(state: PlaygroundState, { grant }: GrantChange): PlaygroundState {
  const key = focusOf(state);
  const isFirst = state.world.keys[0]?.arn === key;
  const list = state.documents.find(
    ({ kind, attachedTo }) => kind === 'grants' && (attachedTo === undefined ? isFirst : attachedTo === key),
  );
  if (!list) {
    const document: PlaygroundDocument = {
      id: freeDocumentId(state.documents, 'grants'),
      kind: 'grants',
      name: 'Grants',
      text: JSON.stringify([grant], null, 2),
      disabled: [],
      attachedTo: key,
    };
    return { ...state, documents: [...state.documents, document] };
  }
  const text = JSON.stringify([...readGrants(list.text), grant], null, 2);
  return {
    ...state,
    documents: state.documents.map((document) => (document === list ? { ...document, text } : document)),
  };
}
