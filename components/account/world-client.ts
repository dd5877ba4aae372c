import type { Answer, Question, WorldQuestions } from './world-messages.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** The answer to what was still being asked when the page was left. */
export class Closed extends Error {}

/** The page's side of the worker: each question is a promise. */
export class WorldClient {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private next = 0;

  constructor(onProgress: (done: number, of: number) => void) {
    this.worker = new Worker(new URL('./world.worker.ts', import.meta.url), { type: 'module' });
    this.worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.type === 'progress') {
        onProgress(data.done, data.of);
        return;
      }
      const waiting = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.type === 'answer') waiting?.resolve(data.value as never);
      else waiting?.reject(new Error(data.message));
    };
    this.worker.onerror = ({ message }) => {
      for (const { reject } of this.waiting.values())
        reject(new Error(message || 'the worker did not start'));
      this.waiting.clear();
    };
  }

  ask<Name extends keyof WorldQuestions>(
    name: Name,
    ...parameters: Parameters<WorldQuestions[Name]>
  ): ReturnType<WorldQuestions[Name]> {
    this.next += 1;
    const id = this.next;
    const answer = new Promise<never>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, name, parameters } as Question);
    });
    return answer as ReturnType<WorldQuestions[Name]>;
  }

  close(): void {
    this.worker.terminate();
    this.giveUp(new Closed());
  }

  private giveUp(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
