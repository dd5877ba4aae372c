/* Values of a request between AWS JSON and what operations take: blobs are base64 there, times are seconds. */
import { memberShapes, type Shape, shapesOfOperation } from '../catalog/member-shapes.ts';
import { operationMembers } from '../catalog/operation-members.ts';
import type { OperationMembers, OperationName } from '../catalog/types.ts';
import { fromBase64, toBase64 } from '../keys/bytes.ts';

type Members = Readonly<Record<string, unknown>>;

/** A member whose JSON has another type than the service model gives it; the whole request is refused. */
export interface UnreadableValue {
  readonly unreadable: string;
}

/**
 * The members of a request as the operations take them: bytes for base64, dates for seconds since 1970. Values of a
 * wrong type are left as they are, for the validation to refuse; members that the operation does not have stay out.
 */
export function readMembers(operation: OperationName, given: Members): Members | UnreadableValue {
  const row: OperationMembers = operationMembers[operation];
  const read: Record<string, unknown> = {};
  for (const name of [...row.required, ...row.optional]) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    const shape = shapeOf(operation, name);
    if (shape?.type === 'blob' && typeof value === 'string') {
      const bytes = bytesOf(value);
      if (bytes === null) return { unreadable: name };
      read[name] = bytes;
    } else if (shape?.type === 'timestamp') read[name] = dateOf(value);
    else read[name] = value;
  }
  return read;
}

function shapeOf(operation: OperationName, member: string): Shape | undefined {
  const special: Readonly<Record<string, Readonly<Record<string, Shape>>>> = shapesOfOperation;
  const shapes: Readonly<Record<string, Shape>> = memberShapes;
  return special[operation]?.[member] ?? shapes[member];
}

function bytesOf(text: string): Uint8Array | null {
  try {
    return fromBase64(text);
  } catch {
    return null;
  }
}

/** Seconds since 1970, as the SDKs send them, or an ISO 8601 text, as the service takes as well. */
function dateOf(value: unknown): unknown {
  if (typeof value === 'number') return new Date(value * 1000);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value);
  return value;
}

/** An answer as AWS JSON: base64 for bytes, seconds with milliseconds for dates. */
export function writeAnswer(output: unknown): string {
  return JSON.stringify(writeValue(output));
}

function writeValue(value: unknown): unknown {
  if (value instanceof Uint8Array) return toBase64(value);
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(writeValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, writeValue(member)]),
  );
}
