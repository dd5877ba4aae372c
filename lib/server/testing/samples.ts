import { randomUUID } from 'node:crypto';
import type { ProgressEvent } from '@/lib/model/progress.ts';
import type { NewPolicy } from '@/lib/model/saved-policy.ts';

/** A policy under an id of its own. */
export function policyOf(fields: Partial<NewPolicy> = {}): NewPolicy {
  return {
    id: randomUUID(),
    name: 'Mine',
    kind: 'key',
    text: '{"Statement":[]}',
    environment: '{}',
    ...fields,
  };
}

/** An event under an id of its own. */
export function eventOf(fields: Partial<Pick<ProgressEvent, 'id' | 'subject' | 'at'>> = {}): ProgressEvent {
  return {
    id: randomUUID(),
    kind: 'lesson-opened',
    subject: 'who-is-root',
    payload: {},
    at: '2026-03-01T12:00:00.000Z',
    ...fields,
  };
}
