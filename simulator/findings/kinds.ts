import type { PolicyKind } from '../policy/types.ts';

/** Every kind of policy that can speak of KMS. */
export const allKinds: readonly PolicyKind[] = [
  'key',
  'identity',
  'scp',
  'rcp',
  'boundary',
  'session',
  'endpoint',
  'resource',
];
