import { keyArn } from '../world/draft.ts';
import type { OperationDefinition } from './framework/call.ts';
import { keyMetadata } from './framework/key-metadata.ts';
import { checkKeyPolicy } from './framework/key-policy.ts';
import { defaultKeyPolicy } from './framework/policy-text.ts';
import { refuse } from './framework/refusal.ts';
import { tagEntries, withTags } from './framework/tags.ts';

/** The replica has the key's material, spec and usage, and all else anew. */
export const replicateKey: OperationDefinition<'ReplicateKey'> = {
  run(call) {
    const { draft, key, core, now, input } = call;
    const { ReplicaRegion: region } = input;
    if (!core.multiRegion || core.primaryRegion !== key.region) {
      refuse('notMultiRegionPrimary', { keyArn: key.arn });
    }
    if (!draft.settings.regions.includes(region)) refuse('regionNotEnabled', { region });
    const arn = keyArn(region, core.account, core.keyId);
    if (core.regions.includes(region)) refuse('replicaExists', { keyArn: arn });
    const replica = {
      ...key,
      arn,
      region,
      createdAt: now,
      policy: input.Policy ?? defaultKeyPolicy(core.account),
      description: input.Description ?? '',
      tags: withTags([], input.Tags),
      state: 'Creating' as const,
      settles: {
        at: now + creationTakes,
        state: core.origin === 'EXTERNAL' ? ('PendingImport' as const) : ('Enabled' as const),
      },
      imported: {},
    };
    draft.updateCore(core, { regions: [...core.regions, region] });
    draft.put('keys', replica);
    if (input.Policy !== undefined) checkKeyPolicy(call, input.Policy, arn);
    const { CurrentKeyMaterialId: _, ...metadata } = keyMetadata(draft, replica);
    return {
      ReplicaKeyMetadata: metadata,
      ReplicaPolicy: replica.policy,
      ReplicaTags: tagEntries(replica.tags),
    };
  },
};

/** AWS: seconds. */
const creationTakes = 10_000;
