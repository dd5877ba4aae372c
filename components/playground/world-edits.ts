/* Policies, identities and keys added to a world and taken from it. */
import { freeDocumentId } from '@/lib/model/document-id.ts';
import type {
  DocumentKind,
  Pair,
  PlaygroundDocument,
  PlaygroundState,
  Policies,
} from '@/lib/model/playground.ts';

const statement = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);

const accountOf = (arn: string) => arn.split(':')[4] ?? '';

/** What a new document of a kind says at first: what AWS attaches by default, or the least that does something. */
function starterText(kind: DocumentKind, attachedTo: string): string {
  switch (kind) {
    case 'key':
      return statement({
        Sid: 'EnableIamPolicies',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${accountOf(attachedTo)}:root` },
        Action: 'kms:*',
        Resource: '*',
      });
    case 'identity':
      return statement({
        Sid: 'UseKey',
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '*',
      });
    case 'boundary':
    case 'session':
      return statement({ Sid: 'AtMostThis', Effect: 'Allow', Action: 'kms:*', Resource: '*' });
    case 'scp':
      return statement({ Sid: 'FullAccess', Effect: 'Allow', Action: '*', Resource: '*' });
    case 'rcp':
      return statement({
        Sid: 'OnlyOverTls',
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Resource: '*',
        Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } },
      });
    case 'endpoint':
      return statement({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' });
    case 'grants':
      return '[]';
  }
}

/** Kinds of document as readers know them. */
export const kindNames: Readonly<Record<DocumentKind, string>> = {
  key: 'Key policy',
  identity: 'IAM policy',
  boundary: 'Permissions boundary',
  session: 'Session policy',
  scp: 'Service control policy',
  rcp: 'Resource control policy',
  endpoint: 'VPC endpoint policy',
  grants: 'Grants',
};

const isOnLevel = (kind: DocumentKind) => kind === 'scp' || kind === 'rcp';

/** Whether a kind of document belongs to a key, an identity, or a place in the organization; `nobody`: to no one. */
export function ownerKind(kind: DocumentKind): 'key' | 'identity' | 'level' | 'nobody' {
  if (kind === 'key' || kind === 'grants') return 'key';
  if (isOnLevel(kind)) return 'level';
  return kind === 'endpoint' ? 'nobody' : 'identity';
}

export interface NewDocument {
  readonly kind: DocumentKind;
  /** ARN of a key or an identity, or a level of the organization; empty: whoever calls. */
  readonly owner: string;
}

const lastPart = (arn: string) => arn.split('/').at(-1) ?? arn;

function nameFor({ kind, owner }: NewDocument, { world }: PlaygroundState): string {
  const only = kind === 'key' && world.keys.length === 1;
  return owner === '' || only ? kindNames[kind] : `${kindNames[kind]}: ${lastPart(owner)}`.slice(0, 120);
}

/** The part of a document that says to whom it belongs. */
function attachment(kind: DocumentKind, owner: string): Pick<PlaygroundDocument, 'attachedTo' | 'level'> {
  if (owner === '') return {};
  return isOnLevel(kind) ? { level: owner } : { attachedTo: owner };
}

export function addDocument(state: PlaygroundState, document: NewDocument): PlaygroundState {
  const { kind, owner } = document;
  const added: PlaygroundDocument = {
    id: freeDocumentId(state.documents, kind),
    kind,
    name: nameFor(document, state),
    text: starterText(kind, owner || (state.world.keys[0]?.arn ?? '')),
    disabled: [],
    ...attachment(kind, owner),
  };
  return { ...state, documents: [...state.documents, added] };
}

/** Without the document; the last one stays, since a world without policies shows nothing. */
export function removeDocument(state: PlaygroundState, id: string): PlaygroundState {
  const documents = state.documents.filter((document) => document.id !== id);
  return documents.length > 0 ? { ...state, documents } : state;
}

/** The document attached to another key, identity or level. */
export function attach(document: PlaygroundDocument, owner: string): PlaygroundDocument {
  const { attachedTo: _, level: __, ...rest } = document;
  return { ...rest, ...attachment(document.kind, owner) };
}

/** To whom a document is attached, as a text; empty: whoever calls, or the first key. */
export const ownerOf = ({ attachedTo, level }: PlaygroundDocument): string => attachedTo ?? level ?? '';

/** The places of an organization that policies can be attached to. */
export function levelsOf({ world, documents }: Policies): readonly string[] {
  const used = documents.flatMap(({ level }) => (level === undefined ? [] : [level]));
  const units = world.organization?.units.map(({ name }) => name) ?? [];
  return [...new Set(['Root', ...units, ...world.accounts.map(({ id }) => id), ...used])];
}

/** A caller made known to the world, under the last part of the ARN unless it has a name. */
export function addIdentity(state: PlaygroundState, arn: string, name = lastPart(arn)): PlaygroundState {
  const { identities, accounts } = state.world;
  if (arn === '' || identities.some((identity) => identity.arn === arn)) return state;
  const account = accountOf(arn);
  const isNew = /^\d{12}$/.test(account) && !accounts.some(({ id }) => id === account);
  return {
    ...state,
    world: {
      ...state.world,
      identities: [...identities, { arn, name: name.slice(0, 120) }],
      accounts: isNew ? [...accounts, { id: account, name: 'Other account' }] : accounts,
    },
  };
}

/** The tags of an identity of the world. The later row counts where a row was named like another. */
export function tagIdentity(state: PlaygroundState, arn: string, tags: readonly Pair[]): PlaygroundState {
  const identities = state.world.identities.map((identity) => {
    if (identity.arn !== arn) return identity;
    const { tags: _, ...untagged } = identity;
    if (tags.length === 0) return untagged;
    return { ...untagged, tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])) };
  });
  return { ...state, world: { ...state.world, identities } };
}

/** Another key, with the key policy that AWS writes by default. */
export function addKey(state: PlaygroundState, arn: string): PlaygroundState {
  if (arn === '' || state.world.keys.some((key) => key.arn === arn)) return state;
  const world = { ...state.world, keys: [...state.world.keys, { arn }] };
  return addDocument({ ...state, world }, { kind: 'key', owner: arn });
}
