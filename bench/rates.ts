const rounds = 9;
const roundMs = 300;

/**
 * Does a batch of work over and over, and tells how many of its pieces a second that was, round by round.
 * A round before the first warms up. A batch that gives a promise is waited for.
 */
export async function rates(pieces: number, doBatch: () => unknown): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    let count = 0;
    let elapsed = 0;
    while (elapsed < roundMs) {
      const answer = doBatch();
      if (answer instanceof Promise) await answer;
      count += pieces;
      elapsed = performance.now() - start;
    }
    if (round > 0) found.push((count / elapsed) * 1000);
  }
  return found;
}
