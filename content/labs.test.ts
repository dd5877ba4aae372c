import { describe, expect, it } from 'vitest';
import { matchMistake, runGoals } from '@/lib/model/lab.ts';
import { labInPlayground } from '@/lib/model/lab-in-playground.ts';
import { labSchema } from '@/lib/model/lab-schema.ts';
import { readPlayground } from '@/lib/model/playground.ts';
import { toEnvironment } from '@/lib/model/playground-environment.ts';
import { toRequest } from '@/lib/model/playground-request.ts';
import { prepareAuthorizer } from '@/simulator/index.ts';
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

  it('is decided in the playground as it is in the lesson', () => {
    for (const text of [lab.starter, lab.solution, ...lab.mistakes.map(({ example }) => example)]) {
      const state = readPlayground(labInPlayground(lab, text));
      if (!state) throw new Error('The playground cannot read this lab.');
      const playground = prepareAuthorizer(toEnvironment(state));
      const lesson = prepareAuthorizer({ ...lab.environment, resourcePolicy: text });
      expect(playground.decide(toRequest(state.request))).toBe(
        lesson.decide(lab.goals[0]?.request ?? toRequest(state.request)),
      );
      for (const { request } of lab.goals) {
        const { principal } = request;
        const asked = toEnvironment({
          ...state,
          request: { ...state.request, principal: typeof principal === 'string' ? principal : '' },
        });
        expect(prepareAuthorizer(asked).decide(request)).toBe(lesson.decide(request));
      }
    }
  });

  it('passes no text that KMS would refuse', () => {
    for (const text of ['', '{', lab.solution.replace('"Effect": "Allow"', '"Effect": "allow"')]) {
      expect(open(text)).toHaveLength(lab.goals.length);
    }
  });
});
