interface Candidate {
  readonly name: string;
  readonly lower: string;
  readonly letters: number;
}

const prepared = new WeakMap<Names, readonly Candidate[]>();

type Names = readonly string[] | ReadonlySet<string>;

/** The candidate that was probably meant: a letter or two away, whatever its case; null when none or several are. */
export function similarName(written: string, candidates: Names): string | null {
  const wanted = written.toLowerCase();
  const letters = lettersOf(wanted);
  const allowed = wanted.length < 5 ? 1 : 2;
  let best: string | null = null;
  let least = allowed + 1;
  for (const candidate of prepare(candidates)) {
    // A letter that is changed is one that goes and one that comes.
    if (bitsIn(letters ^ candidate.letters) > 2 * allowed) continue;
    const distance = distanceBetween(wanted, candidate.lower, Math.min(least, allowed));
    if (distance > least || distance > allowed) continue;
    best = distance === least ? null : candidate.name;
    least = distance;
  }
  return best;
}

function prepare(names: Names): readonly Candidate[] {
  const known = prepared.get(names);
  if (known) return known;
  const list = [...names].map((name) => {
    const lower = name.toLowerCase();
    return { name, lower, letters: lettersOf(lower) };
  });
  prepared.set(names, list);
  return list;
}

/** Which characters occur, a bit for each; some share one. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** How many letters to add, drop, change or swap with their neighbour; anything above `limit` may come out as more. */
function distanceBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    // From here on it only grows.
    if (row > 1 && Math.min(...last, ...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}
