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
