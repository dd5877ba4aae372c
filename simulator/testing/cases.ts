import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AccessRequest, Environment, Verdict } from '../authorize/types.ts';

/** A decision as data; the form is described in `simulator/cases/README.md`. */
export interface DecisionCase extends Environment {
  /** What the case shows, in plain English; unique. */
  readonly id: string;
  /** Where the rule is documented. */
  readonly source: string;
  readonly request: AccessRequest;
  /** Absent where the documentation leaves the answer open. */
  readonly expected?: Verdict;
  /** AWS's sentence for the denial, where the documentation gives it exactly. */
  readonly message?: string;
  /** The question that the documentation leaves open. */
  readonly open?: string;
  /** File that holds the case, relative to `simulator/cases`. */
  readonly file: string;
}

interface CaseFile {
  /** What all cases of the file share; a case's own members win, its `request` member by member. */
  readonly given?: Partial<DecisionCase>;
  readonly cases: readonly Partial<DecisionCase>[];
}

const casesFolder = fileURLToPath(new URL('../cases/', import.meta.url));

/** Every case under `simulator/cases/decide`, each complete in itself. */
export function readDecisionCases(): DecisionCase[] {
  return readdirSync(join(casesFolder, 'decide'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.jsonl?$/.test(path))
    .sort()
    .flatMap((path) => readCaseFile(join('decide', path)));
}

function readCaseFile(file: string): DecisionCase[] {
  const text = readFileSync(join(casesFolder, file), 'utf8');
  const { given, cases } = file.endsWith('.jsonl') ? fromLines(text) : (JSON.parse(text) as CaseFile);
  return cases.map(
    (one) => ({ ...given, ...one, request: { ...given?.request, ...one.request }, file }) as DecisionCase,
  );
}

function fromLines(text: string): CaseFile {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return { cases: lines.map((line) => JSON.parse(line) as Partial<DecisionCase>) };
}
