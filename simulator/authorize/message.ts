/*
 * AWS's own sentence for a denial. Templates: IAM User Guide "Troubleshoot access denied error
 * messages" and KMS's answers as reported.
 */
import { errorMessage } from '../catalog/error-messages.ts';
import type { PolicyKind } from '../policy/types.ts';
import type { Call } from './call.ts';

/** The kind of policy a denial is put down to. */
export type BlamedPolicy = PolicyKind;

const policyNames: Readonly<Record<BlamedPolicy, string>> = {
  key: 'resource-based policy',
  resource: 'resource-based policy',
  identity: 'identity-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  endpoint: 'VPC endpoint policy',
};

/** `User: … is not authorized to perform: … because no … policy allows the … action`, or with an explicit deny. */
export function denialMessage(call: Call, kind: BlamedPolicy, explicit: boolean): string {
  const { caller, action, target, request } = call;
  const byCiphertext = action.service === 'kms' && request.resource === '';
  const foreign = caller.account !== null && caller.account !== target.account;
  if (action.service === 'kms' && kind === 'key' && foreign) {
    return foreignKeyDenied(caller.arn, action.full, byCiphertext);
  }
  const who = caller.kind === 'anonymous' ? 'User: anonymous' : `User: ${caller.arn}`;
  const where = byCiphertext ? `on ${ciphertextResource}` : `on resource: ${target.resource}`;
  const policy = policyNames[kind];
  const article = /^[aeiou]/.test(policy) ? 'an' : 'a';
  const why = explicit
    ? `with an explicit deny in ${article} ${policy}`
    : `because no ${policy} allows the ${action.full} action`;
  return `${who} is not authorized to perform: ${action.full} ${where} ${why}`;
}

const ciphertextResource = 'the resource associated with this ciphertext';

/**
 * What KMS says of a key of another account that does not let the caller in, whether it is there or not.
 * @param byCiphertext the request names no key, its ciphertext does
 */
export function foreignKeyDenied(caller: string, action: string, byCiphertext: boolean): string {
  const resource = byCiphertext ? ciphertextResource : 'this resource';
  return errorMessage('foreignKeyDenied', { caller, action, resource });
}

/** What KMS says of a key or alias that the request's account does not have. */
export function notFoundMessage(call: Call): string {
  const { request, caller, target } = call;
  if (target.missing === 'alias') {
    const region = target.arn?.region ?? '*';
    const arn = request.resource.startsWith('arn:')
      ? request.resource
      : `arn:aws:kms:${region}:${caller.account}:${request.resource}`;
    return `Alias ${arn} is not found.`;
  }
  const arn = request.resource.startsWith('arn:')
    ? request.resource
    : `arn:aws:kms:${target.arn?.region ?? '*'}:${caller.account}:key/${request.resource}`;
  return `Key '${arn}' does not exist`;
}
