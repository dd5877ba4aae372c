import type { DocumentKind, PlaygroundDocument } from './playground.ts';

/** An id that no document has yet. */
export function freeDocumentId(documents: readonly PlaygroundDocument[], kind: DocumentKind): string {
  const taken = new Set(documents.map(({ id }) => id));
  let number = documents.length + 1;
  while (taken.has(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}
