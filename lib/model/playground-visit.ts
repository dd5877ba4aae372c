/* What another page hands to the playground: a state to work on, apart from every draft the reader has there. */
import { z } from 'zod';
import { type PlaygroundState, readPlayground } from './playground.ts';

const stateSchema = z.unknown().transform((value, context): PlaygroundState => {
  const state = readPlayground(value);
  if (state) return state;
  context.addIssue('no state of the playground');
  return z.NEVER;
});

const visitSchema = z.object({
  /** What `/playground?draft=` calls it. */
  name: z.string().regex(/^[a-z]+:[a-z0-9-]{1,80}$/),
  title: z.string().max(120),
  /** What it is about, in a sentence or two. */
  note: z.string().max(1000),
  /** The page it came from. */
  back: z.string().regex(/^\/[a-z0-9/-]*(#[a-z0-9-]+)?$/),
  /** As it was handed over; reset goes back there. */
  start: stateSchema,
  /** As the reader has made it since. */
  state: stateSchema,
});

export type PlaygroundVisit = z.infer<typeof visitSchema>;

/** Reads what was handed over; null when nothing was, or not in this version's form. */
export function readVisit(value: unknown): PlaygroundVisit | null {
  const result = visitSchema.safeParse(value);
  return result.success ? result.data : null;
}
