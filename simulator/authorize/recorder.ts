import type { ReadVariable } from '../match/variables.ts';
import type { PolicyKind } from '../policy/types.ts';
import type { Call } from './call.ts';
import type { PolicySet } from './compile.ts';
import { type CompiledStatement, examineStatement } from './statement.ts';
import type { GrantResult, Note, StatementResult, Step, StepCode, StepOutcome } from './types.ts';

type Data = Readonly<Record<string, string>>;
type Open = { -readonly [K in keyof Step]: Step[K] };

const none: readonly StatementResult[] = [];
const noData: Data = {};

/** What to say when a condition asks for a key that the request, as given, does not have. */
const absentKeys: Readonly<Record<string, string>> = {
  'aws:currenttime': 'keyNotGiven',
  'aws:epochtime': 'keyNotGiven',
  'aws:useragent': 'keyNotGiven',
  'kms:rotationperiodindays': 'defaultNotDocumented',
  'kms:schedulekeydeletionpendingwindowindays': 'defaultNotDocumented',
};

/** Writes down the steps of a decision. */
export class Recorder {
  readonly steps: Open[] = [];
  readonly notes: Note[] = [];
  private readonly call: Call;
  private readonly read: ReadVariable;

  constructor(call: Call, read: ReadVariable) {
    this.call = call;
    this.read = read;
  }

  step(code: StepCode, outcome: StepOutcome, data: Data = noData, decisive = false): void {
    this.steps.push({ code, outcome, decisive, statements: none, data });
  }

  /** A step in which a set's Allow statements were asked. */
  set(code: StepCode, outcome: StepOutcome, { allows }: PolicySet, data: Data = noData): void {
    this.steps.push({ code, outcome, decisive: false, statements: this.examine(allows), data });
  }

  /** SCPs: one set a level; `silent` is the first level that says nothing, or -1. */
  levels(code: StepCode, outcome: StepOutcome, levels: readonly PolicySet[], silent: number): void {
    const statements = levels.length === 0 ? none : levels.flatMap(({ allows }) => this.examine(allows));
    const data =
      silent < 0 ? { levels: `${levels.length}` } : { levels: `${levels.length}`, silent: `${silent}` };
    this.steps.push({ code, outcome, decisive: false, statements, data });
  }

  grants(outcome: StepOutcome, grants: readonly GrantResult[]): void {
    this.steps.push({ code: 'grants', outcome, decisive: false, statements: none, grants, data: noData });
  }

  /** The first step of all: every Deny statement that applies to the call. */
  denies(sets: Iterable<readonly [string, PolicySet]>, denier: string | null): void {
    const statements: StatementResult[] = [];
    for (const [, { denies }] of sets) statements.push(...this.examine(denies));
    this.steps.push({
      code: 'explicitDeny',
      outcome: denier === null ? 'passes' : 'denies',
      decisive: denier !== null,
      statements,
      data: denier === null ? noData : { kind: denier satisfies string as PolicyKind },
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

  private examine(statements: readonly CompiledStatement[]): readonly StatementResult[] {
    if (statements.length === 0) return none;
    return statements.map((statement) => {
      const result = examineStatement(statement, this.call, this.read);
      const last = result.elements[result.elements.length - 1];
      const note =
        last?.key === undefined || last.found.length > 0 ? undefined : absentKeys[last.key.toLowerCase()];
      if (note !== undefined) this.note(note, { key: last?.key ?? '' });
      return result;
    });
  }
}

function sameData(a: Data, b: Data): boolean {
  return Object.keys(a).every((name) => a[name] === b[name]);
}
