/* Where states are kept, and how an address asks for one of them. */

import { type DraftRecord, openDraft } from '@/lib/browser/playground-drafts.ts';
import { openPolicy } from '@/lib/browser/policies.ts';
import { readDraft, writeDraft } from '@/lib/browser/store.ts';
import { visitDraft } from '@/lib/browser/visits.ts';
import { type PlaygroundState, readPlayground } from '@/lib/model/playground.ts';
import { type PlaygroundVisit, readVisit } from '@/lib/model/playground-visit.ts';
import type { LocalPolicy } from '@/lib/model/saved-policy.ts';
import type { Scenario } from '@/lib/model/scenario.ts';

/** A visited link: looked at and worked on, kept nowhere until the reader says so. */
export const linkPlace = 'link';

/** What belongs to a draft besides its state. */
export interface PlaceFacts {
  /** The saved policy it was opened from. */
  readonly saved?: LocalPolicy;
  /** What another page handed over. */
  readonly visit?: PlaygroundVisit;
  /** Copies: their name. */
  readonly name?: string;
}

export interface Opened extends PlaceFacts {
  readonly place: string;
  readonly revision: string;
  readonly state: PlaygroundState;
}

const lastId = 'playground:last';
export const scenarioPlace = (slug: string) => `playground:${slug}`;
export const policyPlace = (id: string) => `playground:policy:${id}`;
const copyPlace = (id: string) => `playground:copy:${id}`;

const loaded = new Map<string, Promise<Scenario | null>>();

/** A scenario from its file; null where it cannot be had. */
export function loadScenario(slug: string): Promise<Scenario | null> {
  const known = loaded.get(slug);
  if (known) return known;
  const loading = fetch(`/playground/scenarios/${slug}`)
    .then((answer) => (answer.ok ? (answer.json() as Promise<Scenario>) : null))
    .catch(() => null)
    .then((scenario) => {
      // Offline now may not be offline later.
      if (!scenario) loaded.delete(slug);
      return scenario;
    });
  loaded.set(slug, loading);
  return loading;
}

/** A scenario that the page already has need not be fetched. */
export function knowScenario(scenario: Scenario): void {
  loaded.set(scenario.slug, Promise.resolve(scenario));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A saved policy as a state: what was saved with it, or its text in the given one. */
function stateOf(policy: LocalPolicy, fallback: PlaygroundState): PlaygroundState {
  const kept = readPlayground(parseJson(policy.environment)) ?? fallback;
  const its = kept.documents.find(({ kind }) => kind === policy.kind);
  const documents = kept.documents.map((document) =>
    document === its ? { ...document, text: policy.text } : document,
  );
  return { ...kept, documents };
}

const revisionOf = (draft: DraftRecord | null) => draft?.revision ?? '';

/** The scenario's draft, or its own state where none was kept. Null where there is no such scenario. */
export async function openScenario(slug: string): Promise<Opened | null> {
  const place = scenarioPlace(slug);
  const [draft, scenario] = await Promise.all([openDraft(place), loadScenario(slug)]);
  const state = readPlayground(draft?.state) ?? scenario?.state;
  return state ? { place, revision: revisionOf(draft), state } : null;
}

/** What is kept in a place now, such as a copy or what another tab wrote. */
export async function openPlace(place: string): Promise<Opened | null> {
  const draft = await openDraft(place);
  const state = readPlayground(draft?.state);
  return state
    ? { place, revision: revisionOf(draft), state, ...(draft?.name && { name: draft.name }) }
    : null;
}

async function openSaved(id: string, fallback: PlaygroundState): Promise<Opened | null> {
  const saved = await openPolicy(id).catch(() => undefined);
  if (!saved) return null;
  const draft = await openDraft(policyPlace(id));
  const state = readPlayground(draft?.state) ?? stateOf(saved, fallback);
  return { place: policyPlace(id), revision: revisionOf(draft), state, saved };
}

async function openVisited(name: string): Promise<Opened | null> {
  const place = visitDraft(name);
  const visit = readVisit(await readDraft(place));
  if (!visit) return null;
  return { place, revision: revisionOf(await openDraft(place)), state: visit.state, visit };
}

/** What an address asks for, else what was worked on last, else the first scenario. */
export async function openAddress(search: string, first: Scenario): Promise<Opened> {
  const query = new URLSearchParams(search);
  const ask = async (name: string, open: (value: string) => Promise<Opened | null>) => {
    const value = query.get(name);
    return value === null ? null : open(value);
  };
  const asked =
    (await ask('policy', (id) => openSaved(id, first.state))) ??
    (await ask('draft', openVisited)) ??
    (await ask('copy', (id) => openPlace(copyPlace(id)))) ??
    (await ask('scenario', openScenario));
  if (asked) return asked;
  const last = await readDraft(lastId);
  const again =
    typeof last !== 'string'
      ? null
      : last.startsWith(copyPlace(''))
        ? await openPlace(last)
        : await openScenario(last);
  return again ?? (await openScenario(first.slug)) ?? fallbackTo(first);
}

const fallbackTo = ({ slug, state }: Scenario): Opened => ({
  place: scenarioPlace(slug),
  revision: '',
  state,
});

/** Keeps in mind where the reader was, for an address that asks for nothing. */
export function rememberPlace(place: string, state: PlaygroundState): void {
  const isCopy = place.startsWith(copyPlace(''));
  if (!isCopy && place !== scenarioPlace(state.scenario)) return;
  // Where nothing can be kept the reader is told when the draft itself is not.
  writeDraft(lastId, isCopy ? place : state.scenario).catch(() => undefined);
}

/** The address that opens a place. */
export function addressOf(place: string, { scenario }: PlaygroundState, facts: PlaceFacts): string {
  if (facts.saved) return `?policy=${facts.saved.id}`;
  if (facts.visit) return `?draft=${facts.visit.name}`;
  if (place.startsWith(copyPlace(''))) return `?copy=${place.slice(copyPlace('').length)}`;
  return `?scenario=${scenario}`;
}
