/** The server could not be asked, or could not answer: what was to be sent stays in this browser. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export interface Reply {
  readonly status: number;
  // The shape is the route's; each caller names the type it expects of its own server.
  readonly body: unknown;
}

/** Asks this site's server. Throws `Unreachable` where trying again later may help. */
export async function callApi(method: string, address: string, body?: unknown): Promise<Reply> {
  let response: Response;
  try {
    response = await fetch(`/api/${address}`, {
      method,
      credentials: 'same-origin',
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  } catch {
    throw new Unreachable('The server cannot be reached.');
  }
  if (response.status >= 500 || response.status === 429) {
    throw new Unreachable(`The server cannot answer now (${response.status}).`);
  }
  return { status: response.status, body: await response.json() };
}

/** The server's own words for what was wrong. */
export function errorOf({ status, body }: Reply): string {
  const { error } = body as { error?: { message?: string } };
  return error?.message ?? `The server answered ${status}.`;
}
