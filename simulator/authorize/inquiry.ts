import { Reach } from '../match/principal.ts';
import type { ReadVariable } from '../match/variables.ts';
import type { Call } from './call.ts';
import { type BlamedPolicy, denialMessage } from './message.ts';
import { type Plan, reachOfSide, type SetView, type Side } from './plan.ts';
import type { Recorder } from './recorder.ts';
import type { StepCode, Verdict } from './types.ts';

export interface Judgement {
  readonly verdict: Verdict;
  readonly message: string | null;
}

/** One call and the policies that apply to it: what they say, and how a denial is put. */
export class Inquiry {
  readonly call: Call;
  readonly plan: Plan;
  /** Null: nobody asks for the trace. */
  readonly recorder: Recorder | null;
  private readonly read: ReadVariable;

  constructor(call: Call, plan: Plan, read: ReadVariable, recorder: Recorder | null) {
    this.call = call;
    this.plan = plan;
    this.read = read;
    this.recorder = recorder;
  }

  /** How strongly a set's Allow statements reach the call. */
  allowing(view: SetView | null): Reach {
    return view === null ? Reach.none : this.reachOf(view.allows);
  }

  denying(view: SetView | null): boolean {
    return view !== null && this.reachOf(view.denies) !== Reach.none;
  }

  /** Nobody said yes at this step, and AWS puts it down to this kind of policy. */
  denied(step: StepCode, kind: BlamedPolicy): Judgement {
    this.recorder?.decisive(step);
    return {
      verdict: 'ImplicitlyDenied',
      message: this.recorder ? denialMessage(this.call, kind, false) : null,
    };
  }

  /** With a recorder the conditions are not asked again: the trace has their answers. */
  private reachOf(side: Side): Reach {
    return this.recorder === null ? reachOfSide(side, this.call, this.read) : this.recorder.reachOf(side);
  }
}
