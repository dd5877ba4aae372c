/* Completions as text: quotation marks, colons and commas as the place needs them. */
import type { JsonObject } from '../../policy/json.ts';
import type { Place } from '../place.ts';
import type { Completion, CompletionKind, LanguageContext } from '../types.ts';

/** Everything that a list of completions may depend on. */
export interface Scene {
  readonly text: string;
  readonly context: LanguageContext;
  readonly place: Place;
  /** The statement around the caret. */
  readonly statement: JsonObject | null;
}

/** What an item says. */
export interface Entry {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
  readonly documentation?: string;
  /** Rank among the others: smaller comes first. */
  readonly rank?: number;
}

/** Text that is meant as it stands, for a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A string value. */
export function stringItem(scene: Scene, entry: Entry, value = entry.label): Completion {
  return item(scene, entry, escapeSnippet(JSON.stringify(value)), value);
}

/** A value that is more than a string, as a snippet. */
export function snippetItem(scene: Scene, entry: Entry, snippet: string): Completion {
  return item(scene, entry, snippet, entry.label);
}

/** A member: its name, and a value as a snippet unless the name already has one. */
export function memberItem(scene: Scene, entry: Entry, name: string, value: string): Completion {
  const written = name.includes('${') ? JSON.stringify(name) : escapeSnippet(JSON.stringify(name));
  return scene.place.colonFollows
    ? { ...item(scene, entry, written, name), insert: written, edits: [] }
    : item(scene, entry, `${written}: ${value}`, name);
}

function item({ place }: Scene, entry: Entry, snippet: string, filter: string): Completion {
  const { label, kind, detail = '', documentation = '', rank = 0 } = entry;
  const { missingComma, commaFollows } = place;
  return {
    label,
    kind,
    insert: commaFollows ? snippet : `${snippet},`,
    range: place.range,
    edits: missingComma === null ? [] : [{ range: { start: missingComma, end: missingComma }, text: ',' }],
    detail,
    documentation,
    sort: `${String(rank).padStart(3, '0')} ${label.toLowerCase()}`,
    filter: place.quoted ? `"${filter}` : filter,
  };
}

/** A JSON value as a snippet over several lines; placeholders in its strings stay placeholders. */
export function snippetOf(value: unknown, text: string): string {
  return JSON.stringify(value, null, indentOf(text));
}

/** What a text is indented by; two spaces where nothing tells. */
export function indentOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}
