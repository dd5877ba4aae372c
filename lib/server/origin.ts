import 'server-only';
import { type Answer, problem } from './answer.ts';

/**
 * Refuses a write that another site makes in the reader's name. Browsers say where a request comes from; the
 * cookie alone would not tell.
 */
export function foreignWrite(request: Request, publicUrl: string | undefined): Answer | null {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const ours = publicUrl ? new URL(publicUrl).host : request.headers.get('host');
  if (site !== null && site !== 'same-origin')
    return refusal(`It came from a page of another site (${site}).`);
  if (origin === null) return refusal('It has no Origin header, which every browser sends.');
  if (hostOf(origin) !== ours) {
    return refusal(`Its Origin is ${origin}, and this site is ${ours}. Behind a proxy, set PUBLIC_URL.`);
  }
  return null;
}

function refusal(why: string): Answer {
  return problem(403, 'foreign_origin', `Changes are only taken from this site's own pages. ${why}`);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
