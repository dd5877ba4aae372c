/* Two texts line by line: what was taken out, what was put in. */

export interface DiffLine {
  readonly sign: ' ' | '+' | '-';
  readonly text: string;
}

/** Past this many pairs of lines the middle is told as wholly replaced. */
const mostPairs = 4_000_000;

/** The shortest way from one text to another, in lines. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const left = before.split('\n');
  const right = after.split('\n');
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  while (
    end < left.length - start &&
    end < right.length - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  ) {
    end++;
  }
  const same = (text: string): DiffLine => ({ sign: ' ', text });
  return [
    ...left.slice(0, start).map(same),
    ...diffMiddle(left.slice(start, left.length - end), right.slice(start, right.length - end)),
    ...left.slice(left.length - end).map(same),
  ];
}

function diffMiddle(left: readonly string[], right: readonly string[]): readonly DiffLine[] {
  const out = left.map((text): DiffLine => ({ sign: '-', text }));
  const put = right.map((text): DiffLine => ({ sign: '+', text }));
  if (left.length === 0 || right.length === 0 || left.length * right.length > mostPairs)
    return [...out, ...put];
  const lengths = commonLengths(left, right);
  const width = right.length + 1;
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const text = left[i] ?? '';
    if (text === right[j]) {
      lines.push({ sign: ' ', text });
      i++;
      j++;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
      lines.push({ sign: '-', text });
      i++;
    } else {
      lines.push({ sign: '+', text: right[j] ?? '' });
      j++;
    }
  }
  return [...lines, ...out.slice(i), ...put.slice(j)];
}

/** How many lines the rests of both texts have in common, from every pair of lines on. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint32Array {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        left[i] === right[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

/** The changed lines with a few around them; what is left out in between is one null. */
export function withContext(lines: readonly DiffLine[], around = 2): readonly (DiffLine | null)[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ sign }) => sign !== ' '),
  );
  const shown: (DiffLine | null)[] = [];
  lines.forEach((line, index) => {
    if (near[index]) shown.push(line);
    else if (shown.at(-1) !== null) shown.push(null);
  });
  return shown;
}
