/*
 * The world of the simulated account, away from the page: large RSA keys, years of rotations and long trails take their
 * time here without holding up a click. RSA keys come from the world's own randomness: again the same when the steps are
 * carried out again.
 */
import { generateRsa } from '@/lib/browser/generate-rsa.ts';
import { viewOf } from '@/lib/model/account-view.ts';
import { AccountWorld } from '@/lib/model/account-world.ts';
import { searchTrail } from '@/simulator/index.ts';
import type { Answer, Question, WorldQuestions } from './world-messages.ts';

let opened: { readonly began: string; readonly account: AccountWorld } | null = null;

function world() {
  if (opened === null) throw new Error('the world has not been opened');
  return opened.account.world;
}

const answers: WorldQuestions = {
  async goTo(definition, steps) {
    const began = JSON.stringify(definition);
    if (opened?.began !== began) opened = { began, account: new AccountWorld(definition, { generateRsa }) };
    const { account } = opened;
    const kept = await account.goTo(steps, (index) =>
      say({ type: 'progress', done: index, of: steps.length }),
    );
    return { view: viewOf(account.world), kept, added: account.outcomes.slice(kept) };
  },
  async records(from, to) {
    const { trail } = world();
    const before = trail.length - from;
    const { found } = searchTrail(trail, {}, { before, lookAt: to - from, limit: to - from });
    return found;
  },
  async search(filter, before, limit) {
    const { trail } = world();
    // So many records at once take a moment, not seconds; the page asks again.
    return searchTrail(trail, filter, { limit, lookAt: 50_000, ...(before !== null && { before }) });
  },
  async decision(requestId) {
    return world().decisionOf(requestId);
  },
  async bill(month, whatIf) {
    return world().bill(month, whatIf);
  },
};

function say(answer: Answer): void {
  self.postMessage(answer);
}

async function answerTo(question: Question): Promise<void> {
  const { id, name, parameters } = question;
  try {
    // Each question carries the parameters of its own name.
    const ask = answers[name] as (...given: readonly unknown[]) => Promise<unknown>;
    say({ type: 'answer', id, value: await ask(...parameters) });
  } catch (error) {
    say({ type: 'failure', id, message: error instanceof Error ? error.message : String(error) });
  }
}

let turn: Promise<unknown> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<Question>) => {
  turn = turn.then(() => answerTo(data));
};
