/* The key materials of a key on a line of time. */
import type { KeyView, MaterialView } from '@/lib/model/account-view.ts';

export interface Span {
  readonly material: MaterialView;
  /** When it began to encrypt; null: it waits for its rotation. Milliseconds. */
  readonly from: number | null;
  /** When another took its place; null: it still encrypts, or waits. */
  readonly until: number | null;
}

/** Each key material with the time in which it encrypts, the newest first. */
export function spansOf({ createdAt, materials }: KeyView): readonly Span[] {
  // In the order in which they became current; what waits comes last.
  const used = materials
    .filter(({ isPending }) => !isPending)
    .toSorted((a, b) => (a.rotatedAt ?? createdAt) - (b.rotatedAt ?? createdAt));
  const spans = used.map((material, index): Span => {
    const next = used[index + 1];
    return {
      material,
      from: material.rotatedAt ?? createdAt,
      until: next === undefined ? null : (next.rotatedAt ?? createdAt),
    };
  });
  const waiting = materials.filter(({ isPending }) => isPending);
  return [...spans, ...waiting.map((material) => ({ material, from: null, until: null }))].reverse();
}

/** Where a time lies between two others, in percent. */
export function percent(at: number, start: number, end: number): number {
  return end <= start ? 0 : Math.min(100, Math.max(0, ((at - start) / (end - start)) * 100));
}
