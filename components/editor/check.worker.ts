/* Checks policies beside the page, so that no keystroke waits for it. */
import { checkPolicy, previewAccess } from '@/simulator/index.ts';
import type { CheckAnswer, CheckQuestion } from './check-protocol.ts';

function answer(question: CheckQuestion): CheckAnswer {
  try {
    return question.task === 'check'
      ? { task: 'check', findings: checkPolicy(question.text, question.options) }
      : { task: 'preview', diff: previewAccess(question.environment, question.text, question.later) };
  } catch (error) {
    return { task: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<CheckQuestion>) => {
  self.postMessage(answer(data));
});
