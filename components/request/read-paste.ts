/* A pasted error message or CloudTrail event as a change of the playground's state. */

import { emptyRequest, type PlaygroundState, type RequestForm } from '@/lib/model/playground.ts';
import { formOf } from '@/lib/model/playground-request.ts';
import { type ReadRequest, requestFromCloudTrail, requestFromError } from '@/simulator/index.ts';

/** Reads JSON as CloudTrail's, anything else as an error message. */
export function readPaste(text: string): ReadRequest {
  return /^\s*[[{]/.test(text) ? requestFromCloudTrail(text) : requestFromError(text);
}

/** What to do with a key that the world does not have. */
export type UnknownKey = 'rename' | 'add';

const keyArn = /^arn:aws[\w-]*:kms:[^:]*:\d{12}:key\/\S+$/;

/** The key that a request names and the world does not have; null where there is none. */
export function unknownKeyOf({ world }: PlaygroundState, { request }: ReadRequest): string | null {
  const { resource = '' } = request;
  return keyArn.test(resource) && !world.keys.some(({ arn }) => arn === resource) ? resource : null;
}

/** The key of the world that a request names, in whichever way; its first where that cannot be told. */
function keyNamedBy({ world, request }: PlaygroundState, resource: string): string {
  const named = world.keys.find(
    ({ arn, aliases = [] }) =>
      arn === resource ||
      arn.endsWith(`key/${resource}`) ||
      aliases.some((alias) => alias === resource || resource.endsWith(`:${alias}`)),
  );
  return named?.arn ?? (request.key || (world.keys[0]?.arn ?? ''));
}

/** The form that a pasted text fills in: what it does not tell is empty, but for the key it must be about. */
export function formFromPaste(state: PlaygroundState, { request }: ReadRequest): RequestForm {
  const resource = request.resource ?? '';
  const key = keyNamedBy(state, resource);
  const form = formOf(request, key);
  return {
    ...emptyRequest,
    ...form,
    // A denied Decrypt may not name the key; then it is the one that the ciphertext is under.
    resource: resource === '' ? key : resource,
    principal: form.principal || state.request.principal,
    action: form.action || state.request.action,
  };
}

/** The world's first key under another ARN, with everything that was attached to it. */
export function renameFirstKey(state: PlaygroundState, arn: string): PlaygroundState {
  const [first, ...others] = state.world.keys;
  if (!first) return state;
  return {
    ...state,
    world: { ...state.world, keys: [{ ...first, arn }, ...others] },
    documents: state.documents.map((document) =>
      document.attachedTo === first.arn ? { ...document, attachedTo: arn } : document,
    ),
    savedRequests: state.savedRequests.map((saved) => ({
      ...saved,
      request: {
        ...saved.request,
        key: saved.request.key === first.arn ? arn : saved.request.key,
        resource: saved.request.resource === first.arn ? arn : saved.request.resource,
      },
    })),
  };
}
