import type { PlaygroundVisit } from '@/lib/model/playground-visit.ts';
import { readDraft, writeDraft } from './store.ts';

const draftOf = (name: string): string => `playground:draft:${name}`;

/** Hands something to the playground, where `/playground?draft=<its name>` opens it. */
export function writeVisit(visit: PlaygroundVisit): Promise<void> {
  return writeDraft(draftOf(visit.name), visit);
}

/** What was last handed over under this name, to be read by `readVisit`. */
export function openVisit(name: string): Promise<unknown> {
  return readDraft(draftOf(name));
}
