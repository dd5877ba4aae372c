import 'server-only';

/** What a route handler gives back: the wrapper makes a response of it. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** An answer that worked. */
export function answer(body: unknown, status = 200): Answer {
  return { status, body };
}

/** An answer that did not: a stable code for programs, and for people what was wrong and what to do. */
export function problem(
  status: number,
  code: string,
  message: string,
  more: Record<string, unknown> = {},
): Answer {
  return { status, body: { error: { code, message }, ...more } };
}

/** Sends an answer as JSON that nobody keeps in between. */
export function respond({ status, body }: Answer, cookies: readonly string[] = []): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return Response.json(body, { status, headers });
}
