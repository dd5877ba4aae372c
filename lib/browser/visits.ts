import type { PlaygroundVisit } from '@/lib/model/playground-visit.ts';
import { writeDraft } from './store.ts';

/** Where a visit is kept among the drafts. */
export const visitDraft = (name: string): string => `playground:draft:${name}`;

/** Hands something to the playground, where `/playground?draft=<its name>` opens it. */
export function writeVisit(visit: PlaygroundVisit): Promise<void> {
  return writeDraft(visitDraft(visit.name), visit);
}
