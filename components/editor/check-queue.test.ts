import { describe, expect, it } from 'vitest';
import type { CheckAnswer, CheckQuestion } from './check-protocol.ts';
import { type CheckPort, createCheckQueue } from './check-queue.ts';

const check = (text: string): CheckQuestion => ({ task: 'check', text, options: { kind: 'key' } });
const answer: CheckAnswer = { task: 'check', findings: [] };

function fakeWorker() {
  const asked: string[] = [];
  const port: CheckPort = {
    postMessage: (question) => asked.push(question.text),
    onmessage: null,
    onerror: null,
  };
  return {
    asked,
    port,
    reply: () => port.onmessage?.(new MessageEvent('message', { data: answer })),
    fail: () => port.onerror?.({} as ErrorEvent),
  };
}

describe('createCheckQueue', () => {
  it('asks one question at a time and skips what was overtaken', () => {
    const worker = fakeWorker();
    const queue = createCheckQueue(() => worker.port);
    const answered: string[] = [];
    const asker = {};
    for (const text of ['a', 'ab', 'abc']) {
      queue.ask(asker, check(text), ({ task }) => answered.push(`${task} ${text}`));
    }
    expect(worker.asked).toEqual(['a']);
    worker.reply();
    worker.reply();
    expect(worker.asked).toEqual(['a', 'abc']);
    expect(answered).toEqual(['failed ab', 'check a', 'check abc']);
  });

  it('lets no asker push another aside', () => {
    const worker = fakeWorker();
    const queue = createCheckQueue(() => worker.port);
    for (const text of ['a', 'b', 'c']) queue.ask({}, check(text), () => undefined);
    worker.reply();
    worker.reply();
    expect(worker.asked).toEqual(['a', 'b', 'c']);
  });

  it('leaves nobody waiting when the worker is lost or cannot be made', () => {
    const worker = fakeWorker();
    const broken = createCheckQueue(() => worker.port);
    const missing = createCheckQueue(() => {
      throw new Error('no workers here');
    });
    const answers: CheckAnswer['task'][] = [];
    const note = ({ task }: CheckAnswer) => answers.push(task);
    broken.ask({}, check('a'), note);
    broken.ask({}, check('b'), note);
    worker.fail();
    broken.ask({}, check('c'), note);
    missing.ask({}, check('d'), note);
    expect(answers).toEqual(['failed', 'failed', 'failed', 'failed']);
  });
});
