import { aliasArnOf, checkAliasName, checkAliasQuota } from './framework/aliases.ts';
import type { OperationDefinition } from './framework/call.ts';
import { findKey } from './framework/find-key.ts';
import { refuse } from './framework/refusal.ts';

export const createAlias: OperationDefinition<'CreateAlias'> = {
  check: ({ input }) => checkAliasName(input.AliasName),
  find: (request) => ({
    aliasArn: aliasArnOf(request, request.input.AliasName),
    key: findKey(request, request.input.TargetKeyId),
  }),
  run(call) {
    const { draft, account, region, key, now, input } = call;
    const arn = aliasArnOf(call, input.AliasName);
    if (draft.get('aliases', arn) !== undefined) refuse('aliasExists', { aliasArn: arn });
    checkAliasQuota(draft, key);
    draft.put('aliases', {
      arn,
      name: input.AliasName,
      account: account.id,
      region,
      keyArn: key.arn,
      createdAt: now,
      updatedAt: now,
    });
    return {};
  },
};
