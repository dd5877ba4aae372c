import { textBytes } from '../keys/bytes.ts';
import { failures } from './failures.ts';
import type { KeyChoice, Stored } from './types.ts';
import { decryption, keptUnder, type Use } from './use.ts';
import type { StoredInput, Verb } from './verb.ts';

interface LambdaFunction extends KeyChoice {
  readonly name: string;
  /** ARN of the execution role. */
  readonly role: string;
  /** Environment variables; left out, only the code is encrypted, under an AWS owned key. */
  readonly environment?: string;
}

/** Encrypts with the credentials of whoever configures the function, who grants decryption to the execution role. */
async function configure(
  use: Use,
  id: string,
  KeyId: string,
  environment: string,
  role: string,
): Promise<Stored> {
  const context = { 'aws:lambda:FunctionArn': id };
  const request = { KeyId, Plaintext: textBytes(environment), EncryptionContext: context };
  const made = await use.direct('Encrypt', request, failures.notSimulated);
  const { GrantId } = await use.direct(
    'CreateGrant',
    {
      KeyId: made.KeyId,
      GranteePrincipal: role,
      RetiringPrincipal: use.principal('lambda'),
      Operations: ['Decrypt', 'RetireGrant'],
      Constraints: { EncryptionContextEquals: context },
    },
    failures.lambdaGrant,
  );
  return { ...keptUnder({ id, content: environment, context }, made), grantId: GrantId };
}

const createFunction: Verb<LambdaFunction> = async (use, { name, role, environment, ...choice }) => {
  const id = use.arn('lambda', `function:${name}`);
  const KeyId = use.keyFor(choice);
  if (environment === undefined || KeyId === null) {
    return { stored: { ...use.unasked(id, ''), encryption: 'awsOwned' } };
  }
  return { stored: await configure(use, id, KeyId, environment, role) };
};

interface FunctionUpdate extends StoredInput {
  readonly role: string;
}

/** Saving the role again, also one of the same name, makes a new grant: the old one is the old role's. */
const updateFunction: Verb<FunctionUpdate> = async (use, { stored, role }) => {
  const { id, keyArn, content } = stored;
  return { stored: keyArn === null ? stored : await configure(use, id, keyArn, content, role) };
};

/**
 * A cold start; the caller is a session of the execution role. It is the grant that counts: with `aws/lambda`, too, a
 * function fails once its role has been made again, so that what the key policy allows through Lambda is no help.
 */
const invoke: Verb<StoredInput> = async (use, { stored }) => {
  const request = decryption(stored);
  if (request !== null) await use.asItself('lambda.amazonaws.com', 'Decrypt', request, failures.lambda);
  return { stored, content: stored.content };
};

export const lambda = { createFunction, updateFunction, invoke };
