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

function answerLine(text: string, line: number): Answer | { readonly line: number; readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { line, error: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const problem = problemOf(value);
  return problem === null ? answer(value as Case) : { line, error: problem };
}

/** What keeps a value from being a case; null when it is one. */
function problemOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'a case is a JSON object';
  const { request } = value as { request?: unknown };
  if (typeof request !== 'object' || request === null) return 'request: an object is needed';
  const { principal, action, resource } = request as Record<string, unknown>;
  if (typeof principal !== 'string' && (typeof principal !== 'object' || principal === null)) {
    return 'request.principal: an ARN, a service principal or {"type":"Anonymous"} is needed';
  }
  if (typeof action !== 'string') return 'request.action: text such as "kms:Decrypt" is needed';
  if (typeof resource !== 'string') return 'request.resource: an ARN or "*" is needed';
  for (const list of [
    'identityPolicies',
    'grants',
    'scps',
    'rcps',
    'permissionBoundaries',
    'sessionPolicies',
  ]) {
    const given = (value as Record<string, unknown>)[list];
    if (given !== undefined && given !== null && !Array.isArray(given))
      return `${list}: a list or null is needed`;
  }
  return null;
}

function answer({ id = null, request, ...environment }: Case): Answer {
  const { verdict, message, steps, notes } = prepareAuthorizer(environment).explain(request);
  const reasons = steps.filter(({ decisive }) => decisive).map(reasonOf);
  const limits = notes.map(({ code, data }) => ({ step: 'note', outcome: code, ...data }));
  return { id, verdict, message, reasons: [...reasons, ...limits] };
}

function reasonOf({ code, outcome, statements }: Decision['steps'][number]): Reason {
  const matched = statements.filter((s) => s.matched).map((s) => s.sid ?? `${s.index + 1}`);
  return { step: code, outcome, ...(matched.length > 0 && { statements: matched }) };
}
