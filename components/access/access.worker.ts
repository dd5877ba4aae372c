/* Who may do what, what changed for whom, what would allow a request: beside the page, so that typing never waits. */
import { type AccessAnswer, type AccessQuestion, answer } from './access-questions.ts';

/** The part of a worker's own scope that is used here; the page's type definitions do not have it. */
interface Scope {
  onmessage: ((event: MessageEvent<AccessQuestion>) => void) | null;
  postMessage(answer: AccessAnswer): void;
}

const scope = self as unknown as Scope;

function answered(question: AccessQuestion): AccessAnswer {
  try {
    return answer(question);
  } catch {
    // A bug in one question must not leave those after it without an answer.
    return { task: 'failed' };
  }
}

scope.onmessage = ({ data }) => scope.postMessage(answered(data));
