/* Who calls the endpoint: from the access key in a request's signature. */
import type { World } from '../operations/world.ts';
import { type AccountOptions, administratorOf } from './administrator.ts';
import { readAuthorization, sameSignature, signatureOf } from './signature.ts';
import type { HttpRequest } from './types.ts';

export interface IdentifyOptions extends AccountOptions {
  /** Refuse access keys whose secret the world does not know: for endpoints that others can reach. */
  readonly requireSecret?: boolean;
}

/** The signer of a request, or why it is refused. */
export type Identified =
  | {
      readonly ok: true;
      readonly arn: string;
      readonly region: string;
      readonly service: string;
      readonly accessKeyId: string;
    }
  | { readonly ok: false; readonly error: AuthenticationError; readonly message: string };

export type AuthenticationError =
  | 'ExpiredTokenException'
  | 'IncompleteSignatureException'
  | 'InvalidSignatureException'
  | 'MissingAuthenticationTokenException'
  | 'UnrecognizedClientException';

const refuse = (error: AuthenticationError, message: string): Identified => ({ ok: false, error, message });

const unknownKey = () =>
  refuse('UnrecognizedClientException', 'The security token included in the request is invalid.');

/**
 * Finds out who signed a request. An access key of the world's table stands for its identity, and its signature is
 * checked where the secret is known; any other key stands for an account's administrator.
 */
export async function identify(
  world: World,
  request: HttpRequest,
  options: IdentifyOptions,
): Promise<Identified> {
  const signed = readAuthorization(request);
  if (signed === null) return refuse('MissingAuthenticationTokenException', 'Missing Authentication Token');
  if (signed === undefined) {
    return refuse(
      'IncompleteSignatureException',
      'Authorization header requires a Credential, SignedHeaders and Signature of AWS4-HMAC-SHA256.',
    );
  }
  const { accessKeyId, region, service, sessionToken } = signed;
  const key = world.accessKey(accessKeyId);
  const found = { region, service, accessKeyId };
  if (key === undefined) {
    if (options.requireSecret) return unknownKey();
    return { ok: true, arn: await administratorOf(world, accessKeyId, options), ...found };
  }
  if (key.secret === null && options.requireSecret) return unknownKey();
  if (key.sessionToken !== null && key.sessionToken !== sessionToken) return unknownKey();
  if (key.expiresAt !== null && key.expiresAt <= world.now.getTime()) {
    return refuse('ExpiredTokenException', 'The security token included in the request is expired');
  }
  if (key.secret !== null && !sameSignature(signed.signature, signatureOf(request, key.secret, signed))) {
    return refuse(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
  }
  return { ok: true, arn: key.principal, ...found };
}
