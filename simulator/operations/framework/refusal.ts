import type { Decision } from '../../authorize/types.ts';
import { type ErrorMessageId, errorMessage, errorMessages } from '../../catalog/error-messages.ts';
import { commonExceptions, type ExceptionName, modeledExceptions } from '../../catalog/exceptions.ts';

/** An exception of the service, as its answer carries it. */
export interface ServiceError {
  readonly name: ExceptionName;
  readonly message: string;
  readonly httpStatus: number;
}

/**
 * How an operation stops: thrown by the checks, caught once, in `dispatch.ts`, and handed out as a value. It is the
 * only thing thrown that is not a bug.
 */
export class Refusal extends Error {
  readonly error: ServiceError;
  readonly decision: Decision | null;

  constructor(exception: ExceptionName, message: string, decision: Decision | null = null) {
    super(message);
    const { httpStatus } = { ...modeledExceptions, ...commonExceptions }[exception];
    this.error = { name: exception, message, httpStatus };
    this.decision = decision;
  }
}

type Values = Readonly<Record<string, string | number>>;

/** An exception of the catalog as a value. */
export function serviceError(id: ErrorMessageId): ServiceError {
  return new Refusal(errorMessages[id].exception, errorMessage(id)).error;
}

/** Stops the call with an exception of the catalog. */
export function refuse(id: ErrorMessageId, values: Values = {}): never {
  const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `${value}`]));
  throw new Refusal(errorMessages[id].exception, errorMessage(id, texts));
}
