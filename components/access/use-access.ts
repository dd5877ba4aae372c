'use client';
import { useEffect, useState } from 'react';
import type { AccessAnswer, AccessQuestion } from './access-questions.ts';

interface Waiting {
  readonly question: AccessQuestion;
  readonly onAnswer: (answer: AccessAnswer) => void;
}

/** One worker for each place that asks, with one question at a time: of those that wait only the newest is put. */
class AccessLine {
  private worker: Worker | null = null;
  private busy: Waiting | null = null;
  private waiting: Waiting | null = null;

  ask(question: AccessQuestion, onAnswer: (answer: AccessAnswer) => void): void {
    this.waiting = { question, onAnswer };
    this.next();
  }

  close(): void {
    this.worker?.terminate();
    this.worker = null;
    this.busy = null;
    this.waiting = null;
  }

  private next(): void {
    if (this.busy || !this.waiting) return;
    this.worker ??= this.open();
    this.busy = this.waiting;
    this.waiting = null;
    this.worker.postMessage(this.busy.question);
  }

  private open(): Worker {
    const worker = new Worker(new URL('./access.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<AccessAnswer>) => this.done(data);
    // Offline, or the site has moved on to a new version.
    worker.onerror = () => this.done({ task: 'failed' });
    return worker;
  }

  private done(answer: AccessAnswer): void {
    const { busy } = this;
    this.busy = null;
    busy?.onAnswer(answer);
    this.next();
  }
}

export interface Access {
  /** The last answer; of an earlier question as long as the newest has none. Null before the first. */
  readonly answer: AccessAnswer | null;
  /** The answer is of the question that was put last. */
  readonly current: boolean;
}

/** Asks in a worker, again whenever the question is another object; null asks nothing. The latest question wins. */
export function useAccess(question: AccessQuestion | null): Access {
  const [line] = useState(() => new AccessLine());
  const [found, setFound] = useState<{ question: AccessQuestion; answer: AccessAnswer } | null>(null);

  useEffect(() => () => line.close(), [line]);

  useEffect(() => {
    if (question) line.ask(question, (answer) => setFound({ question, answer }));
  }, [line, question]);

  return { answer: found?.answer ?? null, current: question !== null && found?.question === question };
}
