import { z } from 'zod';
import type { Lab } from './lab.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{1,79}$/);
const sentence = z.string().trim().min(1).max(400);
const policyText = z.string().min(2).max(32_768);
const verdict = z.enum(['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied', 'NotSimulated', 'denied']);

const request = z.looseObject({
  principal: z.union([z.string(), z.strictObject({ type: z.literal('Anonymous') })]),
  action: z.string().regex(/^[a-z0-9-]+:[A-Za-z0-9]+$/),
  resource: z.string().min(1),
});

function uniqueIds(entries: readonly { readonly id: string }[]): boolean {
  return new Set(entries.map((entry) => entry.id)).size === entries.length;
}

/** What the types of `Lab` cannot say: ids of one shape and used once, nothing empty, texts of a sane length. */
export const labSchema = z.strictObject({
  id,
  task: sentence,
  // What is in the world is the simulator's to judge; a lab without it, or with the answer in it, is not a lab.
  environment: z.custom<Lab['environment']>(isEnvironmentWithoutKeyPolicy),
  cast: z.array(z.strictObject({ name: z.string().min(1), text: sentence })).min(1),
  starter: policyText,
  goals: z
    .array(z.strictObject({ id, text: sentence, request, want: verdict }))
    .min(2)
    .refine(uniqueIds),
  hints: z.array(sentence).min(1),
  mistakes: z
    .array(
      z.strictObject({
        id,
        signs: z.array(z.strictObject({ request, verdict })).min(1),
        hint: sentence,
        example: policyText,
      }),
    )
    .refine(uniqueIds),
  solution: policyText,
});

function isEnvironmentWithoutKeyPolicy(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !('resourcePolicy' in value);
}
