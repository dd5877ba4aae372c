/*
 * A world with its steps: carries them out, takes them back, and keeps a snapshot of each, so that going back is
 * instant. Snapshots share their structure; nothing of them is saved.
 */
import type { UnverifiedPart } from '@/simulator/catalog/service-calls.ts';
import type { OperationName } from '@/simulator/catalog/types.ts';
import {
  createWorld,
  type Input,
  type Result,
  type ServiceAnswer,
  type Stored,
  useService as serviceUse,
  World,
  type WorldCaller,
  type WorldDefinition,
  type WorldHost,
  type WorldSnapshot,
} from '@/simulator/index.ts';
import type { AccountStep, CallStep, UseStep } from './account.ts';
import { decodeInput, encodeOutput, type JsonValue } from './account-inputs.ts';
import { findVerb } from './account-services.ts';

export interface Refusal {
  /** Null: how a service names it is not simulated. */
  readonly name: string | null;
  readonly message: string;
}

interface Answered {
  /** Of a service: what of its calls was read in no source. */
  readonly unverified?: readonly UnverifiedPart[];
}

export type StepAnswer = Answered &
  (
    | { readonly ok: true; readonly output: JsonValue; readonly stored?: Stored }
    | { readonly ok: false; readonly error: Refusal }
  );

/** What became of a step. */
export interface StepOutcome {
  readonly index: number;
  readonly step: AccountStep;
  /** Milliseconds since 1970, in the world, when it was done. */
  readonly at: number;
  /** The records of the trail that it made: from, and up to but not with. */
  readonly records: readonly [from: number, to: number];
  readonly answer: StepAnswer;
  /** The key material that a call used, where a key has several. */
  readonly keyMaterialId: string | null;
}

interface Point {
  readonly snapshot: WorldSnapshot;
  readonly outcome: StepOutcome;
  /** The step as text, by which it is known again. */
  readonly text: string;
}

const done: StepAnswer = { ok: true, output: null };

/** A simulated account that is under way. Steps take turns: wait for one before the next. */
export class AccountWorld {
  private readonly start: WorldSnapshot;
  private readonly host: WorldHost;
  private points: readonly Point[] = [];
  /** What was taken back, the next to come again last. */
  private undone: readonly Point[] = [];
  private current: World;

  constructor(definition: WorldDefinition, host: WorldHost = {}) {
    this.host = host;
    this.current = createWorld(definition, host);
    this.start = this.current.snapshot();
  }

  get world(): World {
    return this.current;
  }

  /** What became of the steps that are done and not taken back. */
  get outcomes(): readonly StepOutcome[] {
    return this.points.map(({ outcome }) => outcome);
  }

  /**
   * Goes to where exactly these steps have been done: back as far as the history is another, then on. What was done
   * before, and only taken back, is not carried out again.
   * @param onStep told before a step is carried out
   * @returns how many steps were left standing
   */
  async goTo(
    steps: readonly AccountStep[],
    onStep: (index: number) => void = () => undefined,
  ): Promise<number> {
    const texts = steps.map((step) => JSON.stringify(step));
    const other = this.points.findIndex(({ text }, index) => text !== texts[index]);
    const stay = other === -1 ? this.points.length : other;
    while (this.points.length > stay) this.undo();
    for (const [index, step] of steps.entries()) {
      if (index < stay) continue;
      if (this.undone.at(-1)?.text === texts[index]) {
        this.redo();
      } else {
        onStep(index);
        await this.perform(step);
      }
    }
    return stay;
  }

  private async perform(step: AccountStep): Promise<void> {
    const index = this.points.length;
    const from = this.current.trail.length;
    const at = this.current.now.getTime();
    const answer = await this.carryOut(step);
    const keyMaterialId = this.current.trail.at(from)?.details.keyMaterialId ?? null;
    const records = [from, this.current.trail.length] as const;
    const outcome = { index, step, at, records, answer, keyMaterialId };
    const snapshot = this.current.snapshot();
    this.points = [...this.points, { snapshot, outcome, text: JSON.stringify(step) }];
    this.undone = [];
  }

  private undo(): void {
    const last = this.points.at(-1);
    if (last === undefined) return;
    this.points = this.points.slice(0, -1);
    this.undone = [...this.undone, last];
    this.current = World.restore(this.points.at(-1)?.snapshot ?? this.start, this.host);
  }

  private redo(): void {
    const next = this.undone.at(-1);
    if (next === undefined) return;
    this.undone = this.undone.slice(0, -1);
    this.points = [...this.points, next];
    this.current = World.restore(next.snapshot, this.host);
  }

  private async carryOut(step: AccountStep): Promise<StepAnswer> {
    switch (step.type) {
      case 'call':
        return this.call(step);
      case 'use':
        return this.use(step);
      case 'advance':
        this.current.advance(step.duration);
        return done;
      case 'amend':
        this.current.amend(step.changes);
        return done;
    }
  }

  private async call({ caller, operation, input, times = 1 }: CallStep): Promise<StepAnswer> {
    const sent = decodeInput(operation, input) as Input<OperationName>;
    let result: Result<OperationName> | null = null;
    for (let i = 0; i < times; i++) result = await this.current.call(caller, operation, sent);
    if (result === null) return done;
    return result.ok
      ? { ok: true, output: encodeOutput(result.output) }
      : refused(result.error.name, result.error.message);
  }

  private async use({ caller, service, verb, input, of }: UseStep): Promise<StepAnswer> {
    const row = findVerb(service, verb);
    if (row === undefined) return refused(null, `Not simulated: ${service} ${verb}`);
    const stored = of === undefined ? undefined : storedBy(this.points[of]?.outcome);
    const lacks = Object.keys(row.texts).find((name) => typeof input[name] !== 'string');
    if (row.takes === 'stored' && stored === undefined)
      return refused(null, 'What this needs was never stored.');
    if (lacks !== undefined) return refused(null, `${row.name} needs ${lacks}.`);
    const answer = await runService(this.current, caller, service, verb, {
      ...input,
      ...(stored && row.takes && { [row.takes]: stored }),
    });
    const { unverified } = answer;
    return answer.ok
      ? { ok: true, output: answer.content, stored: answer.stored, unverified }
      : { ...refused(answer.error.name, answer.error.message), unverified };
  }
}

/** The simulator's function is typed for each verb; the rows of `serviceVerbs` were held against those types. */
const runService = serviceUse as unknown as (
  world: World,
  caller: WorldCaller,
  service: string,
  verb: string,
  input: Readonly<Record<string, unknown>>,
) => Promise<ServiceAnswer>;

function refused(name: string | null, message: string): StepAnswer {
  return { ok: false, error: { name, message } };
}

function storedBy(outcome: StepOutcome | undefined): Stored | undefined {
  return outcome?.answer.ok ? outcome.answer.stored : undefined;
}
