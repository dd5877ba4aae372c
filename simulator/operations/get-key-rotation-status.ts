import type { OperationDefinition } from './framework/call.ts';

/** Keys that cannot rotate by themselves have it switched off. */
export const getKeyRotationStatus: OperationDefinition<'GetKeyRotationStatus'> = {
  run({ key, core: { rotation } }) {
    const pending = key.state === 'PendingDeletion' || key.state === 'PendingReplicaDeletion';
    if (rotation === null || pending) return { KeyId: key.arn, KeyRotationEnabled: false };
    return {
      KeyId: key.arn,
      KeyRotationEnabled: true,
      RotationPeriodInDays: rotation.periodInDays,
      NextRotationDate: new Date(rotation.nextAt),
    };
  },
};
