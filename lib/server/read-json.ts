import 'server-only';
import type { z } from 'zod';
import { type Answer, problem } from './answer.ts';

/** The largest body that is read; every schema's own bounds lie below it. */
export const MAX_BODY_BYTES = 2_097_152;

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly answer: Answer };

/** Reads a JSON body, never more of it than is allowed, and holds it against its schema. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Parsed<z.infer<Schema>>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    return refuse(
      415,
      'not_json',
      `The body must be sent as application/json, not ${type || 'without a type'}.`,
    );
  }
  const bytes = await readUpTo(request, MAX_BODY_BYTES);
  if (bytes === null)
    return refuse(413, 'too_large', `The body may be at most ${MAX_BODY_BYTES} bytes long.`);
  try {
    return parseWith(schema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), 'body');
  } catch {
    return refuse(400, 'not_json', 'The body is not valid JSON in UTF-8.');
  }
}

/** Holds a value against a schema; the refusal names the first place that is wrong. */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): Parsed<z.infer<Schema>> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const [first, ...others] = result.error.issues;
  const place = [what, ...(first?.path ?? [])].map(String).join('.');
  const rest = others.length > 0 ? ` (and ${others.length} more)` : '';
  return refuse(400, 'invalid_input', `${place}: ${first?.message}${rest}`);
}

async function readUpTo(request: Request, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length')) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function refuse(status: number, code: string, message: string): { ok: false; answer: Answer } {
  return { ok: false, answer: problem(status, code, message) };
}
