import { describe, expect, it } from 'vitest';
import { matchMistake, runGoals } from '@/lib/model/lab.ts';
import { labSchema } from '@/lib/model/lab-schema.ts';
import { labs } from './labs.ts';

describe.each(Object.entries(labs))('the lab of %s', (id, lab) => {
  const open = (text: string) => runGoals(lab, text).flatMap((goal) => (goal.passed ? [] : [goal.id]));

  it('is well formed and carries the id of its lesson', () => {
    expect(labSchema.safeParse(lab).error).toBeUndefined();
    expect(lab.id).toBe(id);
  });

  it('asks only what the simulator can answer', () => {
    for (const text of [lab.starter, lab.solution, ...lab.mistakes.map(({ example }) => example)]) {
      for (const { decision } of runGoals(lab, text)) expect(decision.verdict).not.toBe('NotSimulated');
    }
  });

  it('starts with something left to do, and with no mistake of the reader’s', () => {
    expect(open(lab.starter)).not.toEqual([]);
    expect(matchMistake(lab, lab.starter)).toBeUndefined();
  });

  it('is solved by its solution, which makes no mistake', () => {
    expect(open(lab.solution)).toEqual([]);
    expect(matchMistake(lab, lab.solution)).toBeUndefined();
  });

  it.each(lab.mistakes.map((mistake) => [mistake.id, mistake] as const))(
    'knows the mistake %s by its example',
    (mistakeId, mistake) => {
      expect(matchMistake(lab, mistake.example)?.id).toBe(mistakeId);
      expect(open(mistake.example)).not.toEqual([]);
    },
  );

  it('passes no text that KMS would refuse', () => {
    for (const text of ['', '{', lab.solution.replace('"Effect": "Allow"', '"Effect": "allow"')]) {
      expect(open(text)).toHaveLength(lab.goals.length);
    }
  });
});
