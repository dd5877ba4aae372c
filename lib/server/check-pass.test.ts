import { expect, it } from 'vitest';
import { labs } from '@/content/labs.ts';
import { checkPass } from './check-pass.ts';
import { eventOf } from './testing/samples.ts';

const claim = (subject: string, policy: string) =>
  ({ ...eventOf({ subject }), kind: 'lesson-passed', payload: { policy } }) as const;

it.each(Object.entries(labs))(
  '%s: its solution is a pass, its starter is not',
  (id, { starter, solution }) => {
    expect(checkPass(claim(id, solution))).toBeNull();
    expect(checkPass(claim(id, starter))).toMatchObject({ code: 'goals_not_met' });
  },
);

it.each(['no-such-lesson', 'constructor'])('refuses what claims to be of the lesson "%s"', (subject) => {
  expect(checkPass(eventOf({ subject }))).toMatchObject({ code: 'unknown_lesson' });
});

it.each([
  ['nothing', ''],
  ['no JSON', 'Allow, please'],
  ['endless nesting', `{"Statement":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
])('takes %s for no pass', (_what, text) => {
  expect(checkPass(claim('who-is-root', text))).toMatchObject({ code: 'goals_not_met' });
});
