import 'server-only';
import { labs } from '@/content/labs.ts';
import { runGoals } from '@/lib/model/lab.ts';
import type { EventCheck } from './progress.ts';

/** Runs the goals of the lesson's lab again on a claimed pass: what a browser says is not taken on trust. */
export const checkPass: EventCheck = (event) => {
  const lab = Object.hasOwn(labs, event.subject) ? labs[event.subject] : undefined;
  if (!lab) return { code: 'unknown_lesson', message: `There is no lesson "${event.subject}".` };
  if (event.kind !== 'lesson-passed') return null;
  const missed = runGoals(lab, event.payload.policy).filter((goal) => !goal.passed);
  if (missed.length === 0) return null;
  const ids = missed.map(({ id }) => id).join(', ');
  return {
    code: 'goals_not_met',
    message: `The policy does not meet these goals of "${event.subject}": ${ids}.`,
  };
};
