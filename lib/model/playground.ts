/* The playground as one value: what a draft keeps, a scenario starts from, a link carries and a file holds. */
import { z } from 'zod';
import type { KeyFacts, PolicyKind } from '@/simulator/index.ts';
import { accountSchema } from './account.ts';
import { upgradeFromVersion1 } from './playground-version-1.ts';

/** AWS takes at most 32 KB for a key policy; a draft may be on its way there from above. */
export const maxKeyPolicyLength = 32_768;
const maxTextLength = 200_000;

export const documentKinds = [
  'key',
  'identity',
  'boundary',
  'session',
  'scp',
  'rcp',
  'endpoint',
  'grants',
] as const satisfies readonly (PolicyKind | 'grants')[];

export type DocumentKind = (typeof documentKinds)[number];

const id = z.string().regex(/^[a-z][a-z0-9-]{0,79}$/);
const name = z.string().max(120);
const arn = z.string().max(2048);
const accountId = z.string().regex(/^\d{12}$/);
const tags = z.record(z.string().max(256), z.string().max(512));

export const documentSchema = z.strictObject({
  id,
  kind: z.enum(documentKinds),
  name,
  text: z.string().max(maxTextLength),
  /** Statements, by position, that the reader switched off. */
  disabled: z.array(z.int().min(0)).max(1000),
  /**
   * Key policy and grants: the key's ARN; without it, the world's first key. Identity policies, boundaries and
   * sessions: the identity's ARN; without it, whoever calls has it.
   */
  attachedTo: z.exactOptional(arn),
  /** SCP, RCP: the root, a unit or an account id it is attached to, in the order of the organization. */
  level: z.exactOptional(name),
});

const pairSchema = z.strictObject({ key: z.string().max(2048), value: z.string().max(8192) });

export const requestFormSchema = z.strictObject({
  principal: arn,
  action: z.string().max(256),
  /** ARN of the key of the world that is asked about; empty: its first. */
  key: arn,
  /** How the request names it: ARN, id or alias. */
  resource: arn,
  /** ReEncrypt, UpdateAlias: the other key. */
  secondResource: arn,
  viaService: z.string().max(256),
  encryptionContext: z.array(pairSchema).max(100),
  /** Tags that the request sends. */
  requestTags: z.array(pairSchema).max(50),
  /** Condition keys that no other field speaks of. */
  context: z.array(pairSchema).max(100),
  sourceIp: z.string().max(64),
  vpcEndpoint: z.string().max(128),
  /** Whether the caller signed in with MFA; empty: the request does not tell. */
  mfa: z.enum(['', 'true', 'false']),
  /** ISO 8601; empty: now, of which no condition is asked. */
  time: z.string().max(64),
  /** Separated by commas or white space. */
  grantTokens: z.string().max(8192),
  /** RetireGrant: which grant. */
  grantId: z.string().max(128),
});

const keySchema = z.strictObject({
  arn,
  aliases: z.exactOptional(z.array(z.string().max(256)).max(50)),
  keySpec: z.exactOptional(z.string().max(64)),
  keyUsage: z.exactOptional(z.string().max(64)),
  origin: z.exactOptional(z.string().max(64)),
  manager: z.exactOptional(z.enum(['CUSTOMER', 'AWS'])),
  multiRegion: z.exactOptional(z.boolean()),
  multiRegionKeyType: z.exactOptional(z.enum(['PRIMARY', 'REPLICA'])),
  tags: z.exactOptional(tags),
}) satisfies z.ZodType<KeyFacts>;

const worldSchema = z.strictObject({
  accounts: z.array(z.strictObject({ id: accountId, name })).max(100),
  organization: z.nullable(
    z.strictObject({
      id: z.exactOptional(z.string().max(64)),
      managementAccount: z.exactOptional(accountId),
      /** Member accounts; absent: all. */
      accounts: z.exactOptional(z.array(accountId).max(100)),
      /** Units with the accounts under them, for policies that are attached to a unit. */
      units: z.array(z.strictObject({ name, accounts: z.array(accountId).max(100) })).max(50),
    }),
  ),
  identities: z.array(z.strictObject({ arn, name, tags: z.exactOptional(tags) })).max(100),
  keys: z.array(keySchema).min(1).max(50),
});

const documentsSchema = z.array(documentSchema).min(1).max(100);

export const wantedVerdicts = [
  'Allowed',
  'ExplicitlyDenied',
  'ImplicitlyDenied',
  'NotSimulated',
  'denied',
] as const;

const savedRequestSchema = z.strictObject({
  id,
  name,
  request: requestFormSchema,
  /** `denied`: it does not matter whether somebody said no or nobody said yes. */
  want: z.enum(wantedVerdicts),
});

export const playgroundSchema = z.strictObject({
  version: z.literal(2),
  /** Where it began; reset goes back there. */
  scenario: id,
  world: worldSchema,
  documents: documentsSchema,
  request: requestFormSchema,
  /** Questions that are put again after every change. */
  savedRequests: z.array(savedRequestSchema).max(100),
  /** What policies are compared with; null: nothing is pinned. */
  baseline: z.nullable(z.strictObject({ world: worldSchema, documents: documentsSchema })),
  account: accountSchema,
});

export type PlaygroundState = z.infer<typeof playgroundSchema>;
export type PlaygroundWorld = z.infer<typeof worldSchema>;
export type PlaygroundDocument = z.infer<typeof documentSchema>;
export type Identity = PlaygroundWorld['identities'][number];
export type RequestForm = z.infer<typeof requestFormSchema>;
export type SavedRequest = z.infer<typeof savedRequestSchema>;
export type Pair = z.infer<typeof pairSchema>;

/** The part of a state that policies are read from. */
export type Policies = Pick<PlaygroundState, 'world' | 'documents'>;

/** A request with nothing in it yet. */
export const emptyRequest: RequestForm = {
  principal: '',
  action: '',
  key: '',
  resource: '',
  secondResource: '',
  viaService: '',
  encryptionContext: [],
  requestTags: [],
  context: [],
  sourceIp: '',
  vpcEndpoint: '',
  mfa: '',
  time: '',
  grantTokens: '',
  grantId: '',
};

/** Reads what a draft, a link, a file or a saved policy holds, of any version; null when it is none. */
export function readPlayground(value: unknown): PlaygroundState | null {
  const result = playgroundSchema.safeParse(upgradeFromVersion1(value) ?? value);
  return result.success ? result.data : null;
}
