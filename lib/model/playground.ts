/* The playground as one value: what a draft keeps, a scenario starts from, and later a link carries. */
import { z } from 'zod';
import type {
  AccessRequest,
  Environment,
  Grant,
  KeyFacts,
  PolicyKind,
  PolicyText,
} from '@/simulator/index.ts';

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

const documentSchema = z.strictObject({
  id,
  kind: z.enum(documentKinds),
  name: z.string().max(120),
  text: z.string().max(maxTextLength),
  /** Statements, by position, that the reader switched off. */
  disabled: z.array(z.int().min(0)).max(1000),
  /** The identity it is attached to; without it, whoever calls has it. */
  attachedTo: z.exactOptional(z.string().max(2048)),
  /** SCP, RCP: the root, unit or account it is attached to, in the order of the organization. */
  level: z.exactOptional(z.string().max(120)),
});

const pairSchema = z.strictObject({ key: z.string().max(2048), value: z.string().max(8192) });

const requestFormSchema = z.strictObject({
  principal: z.string().max(2048),
  action: z.string().max(256),
  resource: z.string().max(2048),
  viaService: z.string().max(256),
  encryptionContext: z.array(pairSchema).max(100),
  context: z.array(pairSchema).max(100),
  sourceIp: z.string().max(64),
  vpcEndpoint: z.string().max(128),
});

const keySchema = z.strictObject({
  arn: z.string().max(2048),
  aliases: z.exactOptional(z.array(z.string().max(256)).max(50)),
  keySpec: z.exactOptional(z.string().max(64)),
  keyUsage: z.exactOptional(z.string().max(64)),
  manager: z.exactOptional(z.enum(['CUSTOMER', 'AWS'])),
  tags: z.exactOptional(z.record(z.string(), z.string())),
}) satisfies z.ZodType<KeyFacts>;

export const playgroundSchema = z.strictObject({
  version: z.literal(1),
  /** Where it began; reset goes back there. */
  scenario: id,
  key: keySchema,
  callers: z.array(z.strictObject({ arn: z.string().max(2048), name: z.string().max(120) })).max(100),
  documents: z.array(documentSchema).min(1).max(50),
  request: requestFormSchema,
});

export type PlaygroundState = z.infer<typeof playgroundSchema>;
export type PlaygroundDocument = z.infer<typeof documentSchema>;
export type RequestForm = z.infer<typeof requestFormSchema>;
export type Pair = z.infer<typeof pairSchema>;

/** Reads what a draft, a link or a saved policy holds; null when it is not a state of this version. */
export function readPlayground(value: unknown): PlaygroundState | null {
  const result = playgroundSchema.safeParse(value);
  return result.success ? result.data : null;
}

const policyText = ({ text, name, disabled }: PlaygroundDocument): PolicyText => ({ text, name, disabled });

/** Groups in the order in which their first members came. */
function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Levels of an organization from its root down, each with its policies. */
function levels(documents: readonly PlaygroundDocument[]) {
  const byLevel = groupBy(documents, ({ level = 'Root' }) => level);
  return Array.from(byLevel, ([orgIdentifier, attached]) => ({
    orgIdentifier,
    policies: attached.map(policyText),
  }));
}

function readGrants(documents: readonly PlaygroundDocument[]): readonly Grant[] {
  return documents.flatMap(({ text }) => {
    const parsed = grantsSchema.safeParse(parseJson(text));
    return parsed.success ? parsed.data : [];
  });
}

const grantsSchema = z.array(
  z.strictObject({
    grantId: z.string(),
    granteePrincipal: z.exactOptional(z.string()),
    granteeServicePrincipal: z.exactOptional(z.string()),
    retiringPrincipal: z.exactOptional(z.string()),
    retiringServicePrincipal: z.exactOptional(z.string()),
    operations: z.array(z.string()),
    constraints: z.exactOptional(
      z.strictObject({
        EncryptionContextEquals: z.exactOptional(z.record(z.string(), z.string())),
        EncryptionContextSubset: z.exactOptional(z.record(z.string(), z.string())),
        SourceArn: z.exactOptional(z.string()),
      }),
    ),
    issuingAccount: z.exactOptional(z.string()),
    grantToken: z.exactOptional(z.string()),
    pending: z.exactOptional(z.boolean()),
  }),
);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is wrong with a list of grants, in a sentence with the place; null when nothing is. */
export function grantsProblem(text: string): string | null {
  const value = parseJson(text);
  if (value === undefined) return 'This is not JSON.';
  const result = grantsSchema.safeParse(value);
  if (result.success) return null;
  const [issue] = result.error.issues;
  return issue ? `${issue.path.join('.') || 'The list'}: ${issue.message}` : 'This is not a list of grants.';
}

/** The fixed part of the decision: everything but the request. Policies attached to others stay out. */
export function toEnvironment(state: PlaygroundState): Environment {
  const attached = (kind: DocumentKind) =>
    state.documents.filter(
      (document) =>
        document.kind === kind &&
        (document.attachedTo === undefined || document.attachedTo === state.request.principal),
    );
  const texts = (kind: DocumentKind) => attached(kind).map(policyText);
  const some = <T>(list: readonly T[]) => (list.length > 0 ? list : null);
  const keyPolicy = attached('key')[0];
  return {
    key: state.key,
    resourcePolicy: keyPolicy ? policyText(keyPolicy) : null,
    identityPolicies: texts('identity'),
    permissionBoundaries: some(texts('boundary')),
    sessionPolicies: some(texts('session')),
    vpcEndpointPolicies: some(texts('endpoint')),
    scps: some(levels(attached('scp'))),
    rcps: some(levels(attached('rcp'))),
    grants: some(readGrants(attached('grants'))),
  };
}

/** Rows with the same key are one key with several values; rows without a key are still being written. */
function contextOf(pairs: readonly Pair[]): NonNullable<AccessRequest['context']> {
  const byKey = groupBy(
    pairs.filter(({ key }) => key.trim() !== ''),
    ({ key }) => key.trim(),
  );
  return Object.fromEntries(
    Array.from(byKey, ([key, rows]) => {
      const values = rows.map(({ value }) => value);
      return [key, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** The request that a form asks about; ask `requestProblems` first whether it can be read. */
export function toRequest(form: RequestForm): AccessRequest {
  const written = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const viaService = written(form.viaService);
  const sourceIp = written(form.sourceIp);
  const vpcEndpoint = written(form.vpcEndpoint);
  const context = contextOf(form.context);
  const encryptionContext = form.encryptionContext.filter(({ key }) => key !== '');
  return {
    principal: form.principal.trim(),
    action: form.action.trim(),
    resource: form.resource.trim(),
    ...(Object.keys(context).length > 0 && { context }),
    ...(encryptionContext.length > 0 && {
      encryptionContext: Object.fromEntries(encryptionContext.map(({ key, value }) => [key, value])),
    }),
    ...(viaService && { viaService }),
    ...(sourceIp && { sourceIp }),
    ...(vpcEndpoint && { vpcEndpoint }),
  };
}
