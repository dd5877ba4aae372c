import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type AccessRequest, type Decision, type Environment, prepareAuthorizer } from '@/simulator/index.ts';

type Case = Environment & { readonly id?: unknown; readonly request: AccessRequest };

/** What a line of input has for an answer. */
interface Answer {
  readonly id: unknown;
  readonly verdict: Decision['verdict'];
  readonly message: string | null;
  readonly reasons: readonly Reason[];
}

interface Reason {
  readonly step: string;
  readonly outcome: string;
  /** Sids, or positions from 1, of the statements that matched. */
  readonly statements?: readonly string[];
}

/**
 * Decides one case a line, in order, and writes one JSON line for each. A line that is no case gets
 * `{ line, error }`, and the rest still runs.
 * @returns the exit code: 1 when a line could not be read
 */
export async function authorize(input: Readable, output: Writable): Promise<number> {
  let line = 0;
  let failed = false;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === '') continue;
    const answer = answerLine(text, line);
    if ('error' in answer) failed = true;
    output.write(`${JSON.stringify(answer)}\n`);
  }
  return failed ? 1 : 0;
}

/** What a line that is no case has for an answer. */
interface LineError {
  readonly line: number;
  readonly error: string;
}

function answerLine(text: string, line: number): Answer | LineError {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { line, error: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { line, error: 'a case is a JSON object' };
  }
  return answer(value as Case, line);
}

function answer({ id = null, request, ...environment }: Case, line: number): Answer | LineError {
  const { verdict, message, steps, notes } = prepareAuthorizer(environment).explain(request);
  const malformed = notes.find(({ code }) => code === 'malformedInput');
  if (malformed) {
    return { line, error: `${malformed.data.where} has not the form of simulator/cases/README.md` };
  }
  const reasons = steps.filter(({ decisive }) => decisive).map(reasonOf);
  const limits = notes.map(({ code, data }) => ({ step: 'note', outcome: code, ...data }));
  return { id, verdict, message, reasons: [...reasons, ...limits] };
}

function reasonOf({ code, outcome, statements }: Decision['steps'][number]): Reason {
  const matched = statements.filter((s) => s.matched).map((s) => s.sid ?? `${s.index + 1}`);
  return { step: code, outcome, ...(matched.length > 0 && { statements: matched }) };
}
