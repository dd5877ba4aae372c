import { describe, expect, it } from 'vitest';
import type { StatementResult } from '@/simulator/index.ts';
import { nearMisses } from './outcomes.ts';

const statement = (index: number, nearness: number): StatementResult => ({
  policy: 0,
  index,
  effect: 'Allow',
  range: { start: 0, end: 1 },
  matched: nearness === 1,
  elements: [],
  nearness,
});

describe('nearMisses', () => {
  it('points out the statements that miss by the least', () => {
    const list = [statement(0, 0.25), statement(1, 0.75), statement(2, 0.5), statement(3, 0.75)];
    expect([...nearMisses(list)].map(({ index }) => index)).toEqual([1, 3]);
  });

  it('has nothing to say about statements that match, or that nothing fits', () => {
    expect(nearMisses([statement(0, 1), statement(1, 0)]).size).toBe(0);
  });
});
