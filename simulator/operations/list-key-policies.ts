import type { OperationDefinition } from './framework/call.ts';
import { pageOf } from './framework/paging.ts';

export const listKeyPolicies: OperationDefinition<'ListKeyPolicies'> = {
  run({ input }) {
    const { items, rest } = pageOf('ListKeyPolicies', input, ['default']);
    return { PolicyNames: items, ...rest };
  },
};
