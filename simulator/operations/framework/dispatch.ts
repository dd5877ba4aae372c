/*
 * The way of every call, in the order that was recorded: request by itself, keys, permissions, usage, state, and only
 * then what the operation does. Whatever stops it stops it without a trace in the world.
 */
import type { Decision } from '../../authorize/types.ts';
import { operations } from '../../catalog/operations.ts';
import type { Operation, OperationName } from '../../catalog/types.ts';
import type { Draft } from '../../world/draft.ts';
import type { Question } from './asked-questions.ts';
import {
  Call,
  type FoundKey,
  type KnownCaller,
  type OperationDefinition,
  type Request,
  type Targets,
} from './call.ts';
import type { AuthorizerCache } from './environment.ts';
import { findKey } from './find-key.ts';
import type { Input } from './inputs.ts';
import { checkKind, checkState, checkUsage } from './key-condition.ts';
import { ensureMaterial } from './material.ts';
import type { Output } from './outputs.ts';
import { authorize } from './permissions.ts';
import { Refusal, refuse, type ServiceError } from './refusal.ts';
import { validateInput } from './validate.ts';

/** What became of a call, with what the trail is to know of it. */
export interface Dispatched<Op extends OperationName> {
  readonly result:
    | { readonly ok: true; readonly output: Output<Op>; readonly decision: Decision }
    | { readonly ok: false; readonly error: ServiceError; readonly decision: Decision | null };
  readonly input: Readonly<Record<string, unknown>>;
  readonly targets: Targets | null;
  readonly details: Readonly<Record<string, string>>;
  /** The last question that policies were asked; null if it did not come to that. */
  readonly asked: Question | null;
}

/** Carries a call out in a draft; the caller commits it if all went well. */
export async function dispatch<Op extends OperationName>(
  operation: Op,
  definition: OperationDefinition<Op>,
  given: unknown,
  caller: KnownCaller,
  draft: Draft,
  cache: AuthorizerCache,
): Promise<Dispatched<Op>> {
  let input: Readonly<Record<string, unknown>> = {};
  let targets: Targets | null = null;
  let asked: Question | null = null;
  try {
    input = validateInput(operation, given);
    const request: Request<Op> = { operation, input: input as Input<Op>, caller, draft };
    if ('Recipient' in input) refuse('attestationNotSimulated');
    definition.check?.(request);
    targets = definition.find ? definition.find(request) : defaultTargets(request);
    const decision = authorize({ operation, input, caller, draft }, targets, cache, (question) => {
      asked = question;
    });
    definition.confirm?.(request, targets);
    await checkKeys(operation, draft, targets);
    const call = new Call(request, targets);
    const output = await definition.run(call);
    if (input.DryRun === true) refuse('dryRun');
    return { result: { ok: true, output, decision }, input, targets, details: call.details, asked };
  } catch (stopped) {
    if (!(stopped instanceof Refusal)) throw stopped;
    const { error, decision } = stopped;
    return { result: { ok: false, error, decision }, input, targets, details: {}, asked };
  }
}

function defaultTargets<Op extends OperationName>(request: Request<Op>): Targets {
  const row: Operation = operations[request.operation];
  if (row.resource === 'none' || !('KeyId' in request.input)) return {};
  const { KeyId } = request.input;
  return typeof KeyId === 'string' ? { key: findKey(request, KeyId) } : {};
}

async function checkKeys(operation: OperationName, draft: Draft, targets: Targets): Promise<void> {
  const both = operation === 'ReEncrypt' ? [targets.key, targets.second] : [targets.key];
  const found = both.filter((one): one is FoundKey => one !== undefined);
  for (const { key } of found) checkUsage(operation, key, draft.core(key));
  for (const { key } of found) checkState(operation, draft, draft.key(key.arn));
  for (const { key } of found) checkKind(operation, key, draft.core(key));
  for (const { key } of found) await ensureMaterial(draft, key);
}
