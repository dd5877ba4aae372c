import type { OperationDefinition } from './framework/call.ts';
import { pageOf } from './framework/paging.ts';

export const listKeyPolicies: OperationDefinition<'ListKeyPolicies'> = {
  run({ input }) {
    // There is one policy only, and the service model knows no marker that would be wrong.
    const { items, rest } = pageOf('ListKeyPolicies', { Limit: input.Limit }, ['default']);
    return { PolicyNames: items, ...rest };
  },
};
