/* From what a request calls a key to the key itself, with the service's answers when there is none. */
import { foreignKeyDenied } from '../../authorize/message.ts';
import { operationExceptions } from '../../catalog/operation-exceptions.ts';
import { operations } from '../../catalog/operations.ts';
import type { Operation, OperationExceptions, OperationName } from '../../catalog/types.ts';
import { type Arn, parseArn } from '../../match/arn.ts';
import { aliasArn, type Draft, keyArn } from '../../world/draft.ts';
import type { KeyRecord } from '../../world/types.ts';
import type { FoundKey, KnownCaller } from './call.ts';
import { firstUseOfManagedKey } from './managed-keys.ts';
import { Refusal, refuse } from './refusal.ts';

const keyId = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

export interface KeyQuestion {
  readonly draft: Draft;
  readonly caller: KnownCaller;
  readonly operation: OperationName;
}

/** The key that a request names by key id, key ARN or, where the operation takes it, alias name or alias ARN. */
export function findKey(question: KeyQuestion, requested: string): FoundKey {
  const arn = requested.startsWith('arn:') ? readArn(question, requested) : null;
  const name = arn === null ? requested : arn.resource;
  const account = arn?.account ?? question.caller.account?.id;
  const row: Operation = operations[question.operation];
  if (account === undefined) refuse('malformedKeyId', { keyId: requested });
  if (name.startsWith('alias/')) {
    if (row.keyIdentifiers !== 'any') refuseAlias(question, requested);
    return { key: behindAlias(question, account, name), requested };
  }
  const id = arn === null ? name : name.replace(/^key\//, '');
  if (!keyId.test(id)) refuse(arn === null ? 'malformedKeyId' : 'malformedKeyArn', { keyId: id });
  return { key: existingKey(question, keyArn(question.caller.region, account, id)), requested };
}

/** The key with this ARN. Whether another account has such a key is not told. */
function existingKey({ draft, caller, operation }: KeyQuestion, arn: string): KeyRecord {
  const key = draft.get('keys', arn);
  if (key !== undefined) return key;
  if (parseArn(arn)?.account !== caller.account?.id) refuseForeign(caller, `kms:${operation}`, false);
  refuse('keyNotFound', { keyArn: arn });
}

/** Says of a key that is not there what is said of one that does not let the caller in. */
export function refuseForeign({ parsed }: KnownCaller, action: string, byCiphertext: boolean): never {
  throw new Refusal('AccessDeniedException', foreignKeyDenied(parsed.arn, action, byCiphertext));
}

function readArn(question: KeyQuestion, text: string): Arn {
  const arn = parseArn(text);
  const known =
    arn?.service === 'kms' && /^(?:key|alias)\/.+/.test(arn.resource) && /^\d{12}$/.test(arn.account);
  if (arn === null || !known) malformed(question, text);
  if (arn.region !== question.caller.region) refuse('wrongRegion', { region: arn.region });
  return arn;
}

function malformed({ operation }: KeyQuestion, text: string): never {
  if (text.startsWith('arn:') && tellsOfArns(operation)) refuse('malformedArn', { arn: text });
  refuse('malformedKeyId', { keyId: text });
}

function refuseAlias({ operation }: KeyQuestion, text: string): never {
  if (tellsOfArns(operation)) refuse('aliasNotTaken');
  refuse('malformedKeyId', { keyId: text });
}

function tellsOfArns(operation: OperationName): boolean {
  const { exceptions }: OperationExceptions<string> = operationExceptions[operation];
  return exceptions.includes('InvalidArnException');
}

function behindAlias(question: KeyQuestion, account: string, name: string): KeyRecord {
  const { draft, caller } = question;
  const arn = aliasArn(caller.region, account, name);
  const alias = draft.get('aliases', arn);
  const key =
    alias === undefined ? firstUseOfManagedKey(question, account, name) : draft.get('keys', alias.keyArn);
  if (key === undefined) refuse('aliasNotFound', { aliasArn: arn });
  return key;
}
