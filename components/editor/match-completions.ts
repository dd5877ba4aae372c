import type { Completion } from '@/simulator/index.ts';

/** Whether an empty string is left to be filled, so that the next completions may come at once. */
export function goesOn({ insert }: Completion): boolean {
  return /"\$[12]"/.test(insert);
}

/** How well an item goes with what is typed of it: smaller is better; null: it does not. */
function rank({ filter }: Completion, typed: string): number | null {
  const name = filter.toLowerCase();
  if (name.startsWith(typed)) return 0;
  // `Decr` is for `kms:Decrypt`, whatever stands before it.
  return name.includes(typed.replace(/^"/, '')) ? 1 : null;
}

/**
 * The items that go with what stands before the caret, those that begin with it first. None where the only
 * one left is already there in full.
 */
export function matchCompletions(
  items: readonly Completion[],
  text: string,
  offset: number,
): readonly Completion[] {
  const ranked = items.flatMap((item) => {
    const found = rank(item, text.slice(item.range.start, offset).toLowerCase());
    return found === null ? [] : [{ item, rank: found }];
  });
  const matching = [0, 1].flatMap((wanted) =>
    ranked.filter((one) => one.rank === wanted).map(({ item }) => item),
  );
  const [only] = matching;
  const isThere = only !== undefined && text.slice(only.range.start, only.range.end) === only.insert;
  return matching.length === 1 && isThere ? [] : matching;
}
