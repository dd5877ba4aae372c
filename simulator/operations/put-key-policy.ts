import type { OperationDefinition } from './framework/call.ts';
import { checkKeyPolicy } from './framework/key-policy.ts';
import { refuse } from './framework/refusal.ts';

export const putKeyPolicy: OperationDefinition<'PutKeyPolicy'> = {
  run(call) {
    const { draft, key, input } = call;
    if ((input.PolicyName ?? 'default') !== 'default') refuse('policyNameUnsupported');
    checkKeyPolicy(call, input.Policy, key.arn);
    draft.updateKey(key, { policy: input.Policy });
    return {};
  },
};
