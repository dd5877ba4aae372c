/*
 * Signature Version 4, as the service checks it. Source: "Create a signed AWS API request" in the IAM User Guide.
 */
import { textBytes } from '../keys/bytes.ts';
import { hexOf, hmacSha256, sha256Hex } from '../keys/hashes.ts';
import type { HttpRequest } from './types.ts';

const scheme = 'AWS4-HMAC-SHA256';

/** What a request says of who signed it, and how. */
export interface SignedWith {
  readonly accessKeyId: string;
  /** `YYYYMMDD`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `YYYYMMDDTHHMMSSZ`. */
  readonly time: string;
  readonly sessionToken: string | null;
}

/** Reads the Authorization header. Null: there is none; undefined: it is not in the form of Signature Version 4. */
export function readAuthorization({ headers }: HttpRequest): SignedWith | null | undefined {
  const { authorization } = headers;
  if (authorization === undefined) return null;
  if (!authorization.startsWith(`${scheme} `)) return undefined;
  const parts = new Map<string, string>();
  for (const part of authorization.slice(scheme.length).split(',')) {
    const at = part.indexOf('=');
    parts.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  const [accessKeyId, date, region, service, end] = parts.get('Credential')?.split('/') ?? [];
  const signedHeaders = parts.get('SignedHeaders')?.split(';');
  const signature = parts.get('Signature');
  if (!accessKeyId || !date || !region || !service || end !== 'aws4_request') return undefined;
  if (signedHeaders === undefined || signature === undefined) return undefined;
  const { 'x-amz-date': time = '', 'x-amz-security-token': sessionToken = null } = headers;
  return { accessKeyId, date, region, service, signedHeaders, signature, time, sessionToken };
}

/** The signature that somebody with the secret makes of the request. */
export function signatureOf(request: HttpRequest, secret: string, signed: SignedWith): string {
  const { date, region, service, time, signedHeaders } = signed;
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = [scheme, time, scope, sha256Hex(textBytes(canonicalRequest(request, signedHeaders)))].join(
    '\n',
  );
  let key = sign(textBytes(`AWS4${secret}`), date);
  for (const part of [region, service, 'aws4_request']) key = sign(key, part);
  return hexOf(sign(key, toSign));
}

const sign = (key: Uint8Array, text: string): Uint8Array => hmacSha256(key, textBytes(text));

function canonicalRequest(
  { method, path, headers, body }: HttpRequest,
  signedHeaders: readonly string[],
): string {
  const [route = '/', query = ''] = path.split('?');
  const lines = signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}`);
  return [
    method,
    route.split('/').map(encode).join('/'),
    query.split('&').filter(Boolean).sort().join('&'),
    ...lines,
    '',
    signedHeaders.join(';'),
    headers['x-amz-content-sha256'] === 'UNSIGNED-PAYLOAD' ? 'UNSIGNED-PAYLOAD' : sha256Hex(body),
  ].join('\n');
}

/** A part of a path, encoded as the signature wants it: also what `encodeURIComponent` leaves. */
function encode(part: string): string {
  return encodeURIComponent(part).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Compares without stopping at the first difference. */
export function sameSignature(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % (b.length || 1));
  return difference === 0;
}
