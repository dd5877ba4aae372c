import { keySpecs } from '../catalog/key-specs.ts';
import type { KeyCore } from '../world/types.ts';
import { aliasArnOf, checkAliasPrefix, checkAliasQuota, findAlias } from './framework/aliases.ts';
import type { OperationDefinition } from './framework/call.ts';
import { findKey } from './framework/find-key.ts';
import { refuse } from './framework/refusal.ts';

/** From one key to another of the same type and usage. */
export const updateAlias: OperationDefinition<'UpdateAlias'> = {
  check: ({ input }) => checkAliasPrefix(input.AliasName),
  find(request) {
    const { draft, input } = request;
    const alias = findAlias(request, input.AliasName);
    return {
      aliasArn: aliasArnOf(request, input.AliasName),
      key: { key: draft.key(alias.keyArn), requested: alias.keyArn },
      second: findKey(request, input.TargetKeyId),
    };
  },
  run(call) {
    const { draft, key, core, secondKey, now, input } = call;
    const alias = findAlias(call, input.AliasName);
    if (secondKey.deletion !== null) refuse('pendingDeletion', { keyArn: secondKey.arn });
    if (kindOf(core) !== kindOf(draft.core(secondKey))) refuse('aliasTypeMismatch', { aliasArn: alias.arn });
    if (secondKey.arn !== key.arn) checkAliasQuota(draft, secondKey);
    draft.put('aliases', { ...alias, keyArn: secondKey.arn, updatedAt: now });
    return {};
  },
};

function kindOf({ keySpec, keyUsage }: KeyCore): string {
  const { family } = keySpecs[keySpec];
  return `${family === 'symmetric' || family === 'hmac' ? family : 'asymmetric'}/${keyUsage}`;
}
