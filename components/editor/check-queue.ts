/*
 * One question at a time for the worker, and of each asker only the newest of those that wait: whoever
 * types faster than policies are checked is answered about what is there in the end.
 */
import type { CheckAnswer, CheckQuestion } from './check-protocol.ts';

/** The part of a Worker that is needed here. */
export interface CheckPort {
  postMessage(question: CheckQuestion): void;
  onmessage: ((event: MessageEvent<CheckAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Waiting {
  readonly asker: object;
  readonly question: CheckQuestion;
  readonly onAnswer: (answer: CheckAnswer) => void;
}

const overtaken: CheckAnswer = { task: 'failed', reason: 'A newer question took its place.' };
const unreachable: CheckAnswer = { task: 'failed', reason: 'The checks could not be loaded.' };

export interface CheckQueue {
  /** Asks, in place of a question of the same asker that still waits; that one is answered as failed. */
  ask(asker: object, question: CheckQuestion, onAnswer: (answer: CheckAnswer) => void): void;
}

/** A queue before a worker, which is started with the first question. */
export function createCheckQueue(open: () => CheckPort): CheckQueue {
  const waiting = new Map<object, Waiting>();
  let port: CheckPort | null = null;
  let busy: Waiting | null = null;
  let lost = false;

  const next = () => {
    const [first] = waiting.values();
    if (busy || !port || !first) return;
    waiting.delete(first.asker);
    busy = first;
    port.postMessage(first.question);
  };

  const finish = (answer: CheckAnswer) => {
    const done = busy;
    busy = null;
    done?.onAnswer(answer);
    next();
  };

  // Offline, or the site has moved on to a new version: nobody is left waiting.
  const lose = () => {
    lost = true;
    const all = [...(busy ? [busy] : []), ...waiting.values()];
    busy = null;
    waiting.clear();
    for (const { onAnswer } of all) onAnswer(unreachable);
  };

  const start = () => {
    try {
      port = open();
      port.onmessage = ({ data }) => finish(data);
      port.onerror = lose;
    } catch {
      lose();
    }
  };

  return {
    ask: (asker, question, onAnswer) => {
      if (lost) {
        onAnswer(unreachable);
        return;
      }
      const older = waiting.get(asker);
      waiting.set(asker, { asker, question, onAnswer });
      older?.onAnswer(overtaken);
      if (!port) start();
      next();
    },
  };
}
