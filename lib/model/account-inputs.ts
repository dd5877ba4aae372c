/* Requests and answers between JSON and the simulator's own values: blobs as base64, times as seconds since 1970. */
import { memberShapes, type Shape, shapesOfOperation } from '@/simulator/catalog/member-shapes.ts';
import type { OperationName } from '@/simulator/catalog/types.ts';
import type { StepInput } from './account.ts';

/** A value as JSON carries it. */
export type JsonValue = StepInput[string];

const shapes: Readonly<Record<string, Shape>> = memberShapes;
const special: Readonly<Record<string, Readonly<Record<string, Shape>>>> = shapesOfOperation;

/** What a call sends, from its JSON. What is not in the right form stays as it is: KMS is to refuse it. */
export function decodeInput(operation: OperationName, input: StepInput): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      decodeValue(value, special[operation]?.[name] ?? shapes[name]),
    ]),
  );
}

function decodeValue(value: JsonValue, shape: Shape | undefined): unknown {
  if (shape?.type === 'blob' && typeof value === 'string') return fromBase64(value) ?? value;
  if (shape?.type === 'timestamp' && typeof value === 'number') return new Date(value * 1000);
  return value;
}

/** What an operation answered, as JSON. */
export function encodeOutput(output: unknown): JsonValue {
  if (output instanceof Uint8Array) return toBase64(output);
  if (output instanceof Date) return output.getTime() / 1000;
  if (Array.isArray(output)) return output.map(encodeOutput);
  if (typeof output === 'object' && output !== null) {
    return Object.fromEntries(
      Object.entries(output)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, encodeOutput(value)]),
    );
  }
  return typeof output === 'string' || typeof output === 'number' || typeof output === 'boolean'
    ? output
    : null;
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The bytes of a base64 text; null for what is none. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

export const textToBase64 = (text: string): string => toBase64(new TextEncoder().encode(text));

/** The text that base64 stands for, or null where it is no text. */
export function base64ToText(base64: string): string | null {
  const bytes = fromBase64(base64);
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
