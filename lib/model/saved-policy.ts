import { z } from 'zod';
import { idSchema, textSchema } from './primitives.ts';

/** The bounds keep a policy far above what AWS takes (32 KB) and still small enough to list. */
export const MAX_POLICY_TEXT = 65_536;
export const MAX_ENVIRONMENT_TEXT = 500_000;

const policyKinds = ['key', 'identity', 'scp', 'rcp', 'boundary', 'session', 'endpoint'] as const;

const nameSchema = textSchema(120).trim().min(1, 'must not be empty');

/** What the learner writes. `environment` is JSON text: who calls, what, and which other policies apply. */
export const policyContentSchema = z.strictObject({
  name: nameSchema,
  kind: z.enum(policyKinds),
  text: textSchema(MAX_POLICY_TEXT),
  environment: textSchema(MAX_ENVIRONMENT_TEXT),
});

export const createPolicySchema = policyContentSchema.extend({ id: idSchema });

/** A change names the revision it was made from, so that a change made elsewhere is never overwritten. */
const revisionSchema = z.int().min(1);

export const changePolicySchema = policyContentSchema.partial().extend({ revision: revisionSchema });

export const policyAddressSchema = z.strictObject({ id: idSchema });

export const deletePolicySchema = z.strictObject({ revision: z.coerce.number().pipe(revisionSchema) });

export type PolicyContent = z.infer<typeof policyContentSchema>;
export type NewPolicy = z.infer<typeof createPolicySchema>;
export type PolicyChange = z.infer<typeof changePolicySchema>;

/** A policy as the server keeps it. A deleted one stays as an empty marker, so that other browsers drop theirs. */
export type ServerPolicy = PolicyContent & {
  readonly id: string;
  readonly revision: number;
  readonly updatedAt: string;
  readonly deleted: boolean;
};

/** A policy as this browser keeps it. */
export type LocalPolicy = PolicyContent & {
  readonly id: string;
  /** The server's revision this copy was made from; 0 when the server has none. */
  readonly revision: number;
  /** Changes with every write, so that two tabs notice each other. */
  readonly version: string;
  readonly updatedAt: string;
  readonly state: 'synced' | 'changed' | 'deleted';
};

/** What the server has, as this browser keeps it. */
export function fromServer({ deleted: _, ...policy }: ServerPolicy): LocalPolicy {
  return { ...policy, version: `server:${policy.revision}`, state: 'synced' };
}

/** Whether two policies say the same, whoever wrote them. */
export function sameContent(a: PolicyContent, b: PolicyContent): boolean {
  return a.name === b.name && a.kind === b.kind && a.text === b.text && a.environment === b.environment;
}

/**
 * This browser's copies after a look at all of the server's. Only what is known to be deleted goes away; what was
 * changed here stays for the upload, where the server notices whether it was changed elsewhere too.
 */
export function joinPolicies(
  local: readonly LocalPolicy[],
  remote: readonly ServerPolicy[],
): readonly LocalPolicy[] {
  const remoteById = new Map(remote.map((policy) => [policy.id, policy]));
  const localIds = new Set(local.map(({ id }) => id));
  const ours = local.flatMap((policy): LocalPolicy[] => {
    const theirs = remoteById.get(policy.id);
    if (policy.state !== 'synced') return [policy];
    // The server lost it, as after a restored backup: then it is uploaded again.
    if (!theirs) return [{ ...policy, revision: 0, state: 'changed' }];
    if (theirs.revision <= policy.revision) return [policy];
    return theirs.deleted ? [] : [fromServer(theirs)];
  });
  const news = remote.filter(({ id, deleted }) => !deleted && !localIds.has(id));
  return [...ours, ...news.map(fromServer)];
}
