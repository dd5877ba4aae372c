import type { Reach } from '../match/principal.ts';
import type { ReadVariable } from '../match/variables.ts';
import type { Call } from './call.ts';
import { openQuestion } from './open-questions.ts';
import { examineSide, type Plan, type SetView, type Side } from './plan.ts';
import type { GrantResult, Note, StatementResult, Step, StepCode, StepOutcome } from './types.ts';

type Data = Readonly<Record<string, string>>;
type Open = { -readonly [K in keyof Step]: Step[K] };

const none: readonly StatementResult[] = [];
const noData: Data = {};

/** Writes down the steps of a decision. */
export class Recorder {
  readonly steps: Open[] = [];
  readonly notes: Note[] = [];
  private readonly call: Call;
  private readonly read: ReadVariable;
  private readonly examined = new Map<Side, readonly StatementResult[]>();

  constructor(call: Call, read: ReadVariable) {
    this.call = call;
    this.read = read;
  }

  step(code: StepCode, outcome: StepOutcome, data: Data = noData, decisive = false): void {
    this.steps.push({ code, outcome, decisive, statements: none, data });
  }

  /** A step in which a set's Allow statements were asked. */
  set(code: StepCode, outcome: StepOutcome, view: SetView | null, data: Data = noData): void {
    const statements = view === null ? none : this.show(view.allows);
    this.steps.push({ code, outcome, decisive: false, statements, data });
  }

  /** SCPs: one set a level; `silent` is the first level that says nothing, or -1. */
  levels(code: StepCode, outcome: StepOutcome, levels: readonly SetView[], silent: number): void {
    const statements = levels.length === 0 ? none : levels.flatMap(({ allows }) => this.show(allows));
    const data =
      silent < 0 ? { levels: `${levels.length}` } : { levels: `${levels.length}`, silent: `${silent}` };
    this.steps.push({ code, outcome, decisive: false, statements, data });
  }

  grants(outcome: StepOutcome, grants: readonly GrantResult[], data: Data = noData): void {
    this.steps.push({ code: 'grants', outcome, decisive: false, statements: none, grants, data });
  }

  /** Every Deny statement that applies to the call, in whichever policy. */
  denies(plan: Plan, denier: string | null): void {
    const { rcpLevels, scpLevels, resource, identity, boundary, session, endpoint } = plan;
    let statements = none;
    for (const view of [...rcpLevels, ...scpLevels, resource, identity, boundary, session, endpoint]) {
      if (view === null || view.denies.statements.length === 0) continue;
      const shown = this.show(view.denies);
      statements = statements.length === 0 ? shown : [...statements, ...shown];
    }
    this.steps.push({
      code: 'explicitDeny',
      outcome: denier === null ? 'passes' : 'denies',
      decisive: denier !== null,
      statements,
      data: denier === null ? noData : { kind: denier },
    });
  }

  decisive(code: StepCode): void {
    for (const step of this.steps) if (step.code === code) step.decisive = true;
  }

  note(code: string, data: Data = noData): void {
    if (!this.notes.some((note) => note.code === code && sameData(note.data, data))) {
      this.notes.push({ code, data });
    }
  }

  /** The strongest reach of any statement of the side, taken from what the trace tells of it. */
  reachOf(side: Side): Reach {
    const results = this.examine(side);
    let best = side.certain;
    for (const { at, reach } of side.open) if (reach > best && results[at]?.matched) best = reach;
    return best;
  }

  private examine(side: Side): readonly StatementResult[] {
    if (side.statements.length === 0) return none;
    const known = this.examined.get(side);
    if (known !== undefined) return known;
    const results = examineSide(side, this.call, this.read);
    this.examined.set(side, results);
    return results;
  }

  /** The statements for a step, with notes on what AWS leaves open about them. */
  private show(side: Side): readonly StatementResult[] {
    const results = this.examine(side);
    const { resource } = this.call.target;
    for (const pattern of side.undocumented) this.note('wildcardBeyondSegment', { pattern, resource });
    for (const { at } of side.open) {
      for (const element of results[at]?.elements ?? []) {
        const note = openQuestion(element, this.call);
        if (note !== null) this.note(note.code, note.data);
      }
    }
    return results;
  }
}

function sameData(a: Data, b: Data): boolean {
  return Object.keys(a).every((name) => a[name] === b[name]);
}
