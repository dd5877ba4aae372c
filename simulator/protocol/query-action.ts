import type { PolicyInput } from '../authorize/types.ts';
import type { World } from '../operations/world.ts';
import type { Xml } from './xml.ts';

/** The parameters of a request, as they were sent. */
export type Form = Readonly<Record<string, string>>;

export interface QueryCall {
  readonly world: World;
  readonly form: Form;
  /** ARN of who calls. */
  readonly caller: string;
  /** So many bytes in hexadecimal digits, for ids and secrets. */
  readonly randomHex: (bytes: number) => string;
}

/** One action of STS or IAM. */
export interface QueryAction {
  /** What the answer holds; null: nothing. Throws a QueryRefusal. */
  readonly run: (call: QueryCall) => Xml | null;
}

/** How an action stops. */
export class QueryRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A parameter that must be there. */
export function required(form: Form, name: string): string {
  const value = form[name];
  if (value === undefined || value === '') {
    throw new QueryRefusal(
      400,
      'ValidationError',
      `1 validation error detected: Value null at '${name.charAt(0).toLowerCase()}${name.slice(1)}' failed to satisfy constraint: Member must not be null`,
    );
  }
  return value;
}

/** Refuses a caller whom policies do not allow the action. */
export function demand(
  { world, caller }: QueryCall,
  action: string,
  resource: string,
  policy?: PolicyInput,
): void {
  const decision = world.ask(caller, action, resource, policy);
  if (decision?.verdict === 'Allowed') return;
  const message =
    decision?.message ?? `User: ${caller} is not authorized to perform: ${action} on resource: ${resource}`;
  throw new QueryRefusal(403, 'AccessDenied', message);
}

/** The account of an ARN. */
export const accountOf = (arn: string): string => arn.split(':')[4] ?? '';
