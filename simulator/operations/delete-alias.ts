import { aliasArnOf, checkAliasPrefix, findAlias } from './framework/aliases.ts';
import type { OperationDefinition } from './framework/call.ts';

/** The key does not notice. */
export const deleteAlias: OperationDefinition<'DeleteAlias'> = {
  check: ({ input }) => checkAliasPrefix(input.AliasName),
  find(request) {
    const { keyArn } = findAlias(request, request.input.AliasName);
    return {
      aliasArn: aliasArnOf(request, request.input.AliasName),
      key: { key: request.draft.key(keyArn), requested: keyArn },
    };
  },
  run(call) {
    call.draft.drop('aliases', aliasArnOf(call, call.input.AliasName));
    return {};
  },
};
