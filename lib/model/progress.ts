import { z } from 'zod';
import { idSchema, instantSchema, textSchema } from './primitives.ts';
import { MAX_POLICY_TEXT } from './saved-policy.ts';

/** What a learner did. Events are only ever added; whatever is shown is derived from their set. */
export const progressEventSchema = z.discriminatedUnion('kind', [
  event('lesson-opened', z.strictObject({})),
  /** The claim that `policy` meets every goal of the lesson's lab. */
  event('lesson-passed', z.strictObject({ policy: textSchema(MAX_POLICY_TEXT) })),
]);

export type ProgressEvent = z.infer<typeof progressEventSchema>;

/** How many events one upload may carry. */
export const EVENTS_PER_UPLOAD = 50;

export const progressUploadSchema = z.strictObject({
  events: z.array(progressEventSchema).min(1).max(EVENTS_PER_UPLOAD),
});

/** The server's answer to an upload: each event is either kept (now or earlier) or refused with a reason. */
export type UploadAnswer = {
  readonly learner: string;
  readonly kept: readonly string[];
  readonly refused: readonly { readonly id: string; readonly code: string; readonly message: string }[];
};

export type LessonState = 'new' | 'opened' | 'passed';

/** Everything both sides know, each event once, oldest first. An event never changes, so either copy will do. */
export function mergeEvents<E extends ProgressEvent>(ours: readonly E[], theirs: readonly E[]): E[] {
  const byId = new Map([...theirs, ...ours].map((one) => [one.id, one]));
  return [...byId.values()].sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id));
}

/** How far each lesson is. "Passed" only ever turns on, whatever comes after it. */
export function lessonStates(events: readonly ProgressEvent[]): ReadonlyMap<string, LessonState> {
  const states = new Map<string, LessonState>();
  for (const { kind, subject } of events) {
    if (kind === 'lesson-passed') states.set(subject, 'passed');
    else if (!states.has(subject)) states.set(subject, 'opened');
  }
  return states;
}

function event<Kind extends string, Payload extends z.ZodType>(kind: Kind, payload: Payload) {
  return z.strictObject({
    id: idSchema,
    kind: z.literal(kind),
    /** What was opened or passed: a lesson's id. */
    subject: z.string().regex(/^[a-z0-9-]{1,80}$/, 'must be a lesson id: small letters, digits and hyphens'),
    payload,
    at: instantSchema,
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
