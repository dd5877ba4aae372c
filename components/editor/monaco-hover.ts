import type { Hover } from '@/simulator/index.ts';

/** Text that Markdown would take for its own is shown as it is. */
const escapeMarkdown = (text: string) => text.replace(/[\\`*_{}[\]()<>#+\-.!|~$]/g, '\\$&');

/** A hover as Monaco's Markdown: a title in code, then a paragraph each. */
export function markdownOf({ title, paragraphs }: Pick<Hover, 'title' | 'paragraphs'>): string {
  // A fence longer than any run of backticks in the title.
  const fence = '`'.repeat(1 + Math.max(0, ...Array.from(title.matchAll(/`+/g), ([run]) => run.length)));
  const head = title.trim() === '' ? [] : [`${fence} ${title} ${fence}`];
  return [...head, ...paragraphs.map(escapeMarkdown)].join('\n\n');
}
