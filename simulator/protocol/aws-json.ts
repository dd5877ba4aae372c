/*
 * KMS as clients see it over HTTP: AWS JSON 1.1 on the outside, operations on the inside. Forms of errors: `facts`
 * (recorded answers); what the service's front end refuses before it looks at an operation carries no message.
 */
import { operationMembers } from '../catalog/operation-members.ts';
import { operations } from '../catalog/operations.ts';
import type { OperationName } from '../catalog/types.ts';
import { textOf } from '../keys/bytes.ts';
import type { Input } from '../operations/framework/inputs.ts';
import type { World } from '../operations/world.ts';
import { type IdentifyOptions, identify } from './identify.ts';
import { readMembers, writeAnswer } from './shape-values.ts';
import type { HttpRequest, HttpResponse } from './types.ts';

const target = 'TrentService.';
const contentType = 'application/x-amz-json-1.1';

/** KMS takes at most 1 MiB; the longest documented request, PutKeyPolicy, is far below. */
export const maxBodyLength = 1_048_576;

export interface AwsJsonOptions extends IdentifyOptions {
  /** An id for answers to requests that reach no operation. */
  readonly newRequestId?: () => string;
}

/**
 * Answers one request to KMS. Never throws for what is in the request: every fault has the answer that the service
 * gives.
 */
export async function handleAwsJson(
  world: World,
  request: HttpRequest,
  options: AwsJsonOptions = {},
): Promise<HttpResponse> {
  const requestId = options.newRequestId?.() ?? '00000000-0000-0000-0000-000000000000';
  const operation = operationOf(request);
  if (operation === undefined) return failure(requestId, 400, 'UnknownOperationException');
  if (request.body.length > maxBodyLength) {
    return failure(requestId, 413, 'RequestEntityTooLargeException', 'Request size exceeded 1048576 bytes');
  }
  const members = bodyOf(request);
  if (typeof members === 'string') return failure(requestId, 400, 'SerializationException', members);
  const caller = await identify(world, request, options);
  if (!caller.ok) return failure(requestId, 400, caller.error, caller.message);
  const input = readMembers(operation, members);
  if ('unreadable' in input) {
    return failure(requestId, 400, 'SerializationException', 'Invalid base64 in a binary member');
  }
  const { arn, region } = caller;
  const { 'user-agent': userAgent } = request.headers;
  const result = await world.call(
    { arn, region, ...(userAgent !== undefined && { context: { 'aws:UserAgent': userAgent } }) },
    operation,
    input as Input<OperationName>,
  );
  const id = result.requestId ?? requestId;
  if (result.ok) return answer(id, 200, answerOf(operation, result.output));
  return failure(id, result.error.httpStatus, result.error.name, result.error.message);
}

/** The operation that the target header names. */
function operationOf({ method, headers }: HttpRequest): OperationName | undefined {
  const { 'x-amz-target': name = '', 'content-type': type = '' } = headers;
  if (method !== 'POST' || !type.startsWith(contentType) || !name.startsWith(target)) return undefined;
  const operation = name.slice(target.length);
  return Object.hasOwn(operations, operation) ? (operation as OperationName) : undefined;
}

/** The members of the request; a text says why there are none (an empty one: nothing is said). */
function bodyOf({ body }: HttpRequest): Readonly<Record<string, unknown>> | string {
  try {
    const value: unknown = JSON.parse(textOf(body));
    if (Array.isArray(value)) return 'Start of list found where not expected';
    return typeof value === 'object' && value !== null ? { ...value } : '';
  } catch {
    return '';
  }
}

/** Most operations that tell nothing answer without a body; those of key stores with an empty object. */
function answerOf(operation: OperationName, output: unknown): string {
  const silent = operationMembers[operation].response.length === 0 && !operation.endsWith('CustomKeyStore');
  return silent ? '' : writeAnswer(output);
}

/** The service tells denials of access under a capital name, everything else under a small one. */
function failure(requestId: string, status: number, name: string, message?: string): HttpResponse {
  const member = name === 'AccessDeniedException' ? 'Message' : 'message';
  const said = message === undefined || message === '' ? {} : { [member]: message };
  return answer(requestId, status, JSON.stringify({ __type: name, ...said }));
}

function answer(requestId: string, status: number, body: string): HttpResponse {
  return {
    status,
    headers: {
      'x-amzn-requestid': requestId,
      'cache-control': 'no-cache, no-store, must-revalidate, private',
      expires: '0',
      pragma: 'no-cache',
      'content-type': contentType,
    },
    body,
  };
}
