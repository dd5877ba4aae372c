import 'server-only';

type Detail = string | number | boolean | readonly string[] | undefined;

/**
 * Writes one line of JSON. Details must never name a person: no learner ids, cookies, addresses, texts or names
 * that a learner wrote.
 */
export function log(
  level: 'info' | 'warn' | 'error',
  event: string,
  details: Record<string, Detail> = {},
): void {
  const line = `${JSON.stringify({ time: new Date().toISOString(), level, event, ...details })}\n`;
  (level === 'error' ? process.stderr : process.stdout).write(line);
}

/** What may be told about a failure: its kind, code and place, but not its message, which may quote a text. */
export function describeFailure(error: unknown): Record<string, Detail> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { kind: error.name, code, stack: places.slice(0, 8).map((line) => line.trim()) };
}
