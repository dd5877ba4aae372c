import type { OperationDefinition } from './framework/call.ts';
import type { UsageOperation } from './framework/outputs.ts';

export const getKeyLastUsage: OperationDefinition<'GetKeyLastUsage'> = {
  run({ draft, key }) {
    const usage = draft.get('usages', key.arn);
    return {
      KeyId: key.arn,
      KeyLastUsage:
        usage === undefined
          ? {}
          : {
              Operation: usage.operation as UsageOperation,
              Timestamp: new Date(usage.at),
              CloudTrailEventId: usage.eventId,
              KmsRequestId: usage.requestId,
            },
      TrackingStartDate: trackingStart,
      KeyCreationDate: new Date(key.createdAt),
    };
  },
};

const trackingStart = new Date('2026-04-23T00:00:00Z');
