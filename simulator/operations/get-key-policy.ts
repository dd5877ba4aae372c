import type { OperationDefinition } from './framework/call.ts';
import { refuse } from './framework/refusal.ts';

export const getKeyPolicy: OperationDefinition<'GetKeyPolicy'> = {
  run({ key, input: { PolicyName = 'default' } }) {
    if (PolicyName !== 'default') refuse('policyNotFound');
    return { Policy: key.policy, PolicyName };
  },
};
