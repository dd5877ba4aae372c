import type { TextRange } from '../policy/types.ts';

export interface Expanded {
  readonly text: string;
  /** What to select first: the placeholder with the smallest number, or the end. In `text`. */
  readonly selection: TextRange;
}

const part = /\\([\\$}])|\$(\d+)|\$\{(\d+)(?::((?:\\.|[^}\\])*))?\}/g;

/** A snippet as plain text, for editors that have none of their own. */
export function expandSnippet(snippet: string): Expanded {
  let text = '';
  let from = 0;
  let first: { readonly number: number; readonly range: TextRange } | null = null;
  for (const match of snippet.matchAll(part)) {
    const [whole, escaped, bare, number, fallback = ''] = match;
    text += snippet.slice(from, match.index);
    from = match.index + whole.length;
    if (escaped !== undefined) {
      text += escaped;
      continue;
    }
    const start = text.length;
    text += fallback.replace(/\\([\\$}])/g, '$1');
    // `$0` is where the caret ends up, after all others.
    const rank = Number(bare ?? number) || Number.POSITIVE_INFINITY;
    if (first === null || rank < first.number) first = { number: rank, range: { start, end: text.length } };
  }
  text += snippet.slice(from);
  return { text, selection: first?.range ?? { start: text.length, end: text.length } };
}
