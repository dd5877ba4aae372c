import 'server-only';
import { type ProgressEvent, progressEventSchema, type UploadAnswer } from '@/lib/model/progress.ts';
import { type Database, isDuplicate } from './database.ts';
import type { Learner } from './learner.ts';
import { log } from './log.ts';

/** Years of daily work, and a bound for what one cookie can fill. */
const MAX_EVENTS = 20_000;

export type Refusal = { readonly code: string; readonly message: string };

/** Says why an event may not be recorded, or null. */
export type EventCheck = (event: ProgressEvent) => Refusal | null;

/** One learner's progress: this is the only way to that table, and every query names the learner. */
export function progressOf(data: Database, learner: Learner, check: EventCheck) {
  const learnerId = learner.id;
  const table = data.progressEvent;

  /** Adds a row unless it is there: an event sent twice is recorded once, and what is recorded never changes. */
  async function add({ id, kind, subject, payload, at }: ProgressEvent): Promise<void> {
    const event = { id, kind, subject, payload: JSON.stringify(payload), at: new Date(at) };
    try {
      await table.create({ data: { learnerId, ...event } });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  return {
    /** Every event of the learner, oldest first. */
    async list(): Promise<ProgressEvent[]> {
      const rows = await table.findMany({ where: { learnerId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
      return rows.map(({ id, kind, subject, payload, at }) =>
        progressEventSchema.parse({ id, kind, subject, payload: JSON.parse(payload), at: at.toISOString() }),
      );
    },

    /** Records what holds up and says why of the rest. */
    async record(events: readonly ProgressEvent[]): Promise<Omit<UploadAnswer, 'learner'>> {
      const room = MAX_EVENTS - (await table.count({ where: { learnerId } }));
      const kept: string[] = [];
      const refused: ({ id: string } & Refusal)[] = [];
      for (const event of events) {
        const refusal = kept.length < room ? check(event) : full;
        if (refusal) {
          refused.push({ id: event.id, ...refusal });
          log('warn', 'progress-refused', { code: refusal.code, kind: event.kind });
        } else {
          await add(event);
          kept.push(event.id);
        }
      }
      return { kept, refused };
    },
  };
}

const full: Refusal = {
  code: 'full',
  message: `No more than ${MAX_EVENTS} events are kept for one learner.`,
};
