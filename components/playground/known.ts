import { knownFromKey } from '@/lib/convert/known.ts';
import type { Known } from '@/lib/convert/types.ts';
import type { PlaygroundDocument, PlaygroundState } from '@/lib/model/playground.ts';

/** What the playground tells of the place a policy is for: the document's key, else the one that is asked about. */
export function knownOf(
  { world, request }: Pick<PlaygroundState, 'world' | 'request'>,
  document?: PlaygroundDocument,
): Known {
  const own = document?.kind === 'key' ? document.attachedTo : undefined;
  return knownFromKey(own || request.key || world.keys[0]?.arn || '');
}
