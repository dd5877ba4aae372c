import type { OperationDefinition } from './framework/call.ts';
import { keyMetadata } from './framework/key-metadata.ts';

export const describeKey: OperationDefinition<'DescribeKey'> = {
  run: ({ draft, key }) => ({ KeyMetadata: keyMetadata(draft, key) }),
};
