import type { UnverifiedPart } from '../catalog/service-calls.ts';

/** What to say of a part of a service's use of KMS that was read in no source. */
export const unverifiedParts: Readonly<Record<UnverifiedPart, string>> = {
  caller: 'Who makes these calls is not documented. The simulator takes the service itself.',
  calls: 'Which calls the service makes is not documented. These are what its permissions suggest.',
  failure: 'How the service names this failure is not documented.',
  grant: 'What the grant allows is not documented in full.',
  grantee: 'Whom the grant is given to is not documented. The simulator takes the service itself.',
  heldFor: 'How long the service holds a data key is not documented.',
  order: 'The order of these calls is not documented.',
};
