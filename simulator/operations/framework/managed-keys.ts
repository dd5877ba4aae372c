/* AWS managed keys: made in the account when a service first uses them, or DescribeKey asks for their alias. */
import {
  awsManagedKeyPolicy,
  type ManagedKeyAlias,
  type ManagedKeyPolicyRow,
  managedKeyPolicies,
} from '../../catalog/managed-key-policies.ts';
import { rotationLimits } from '../../catalog/rotation.ts';
import { aliasArn } from '../../world/draft.ts';
import { days } from '../../world/events.ts';
import type { KeyRecord } from '../../world/types.ts';
import type { KeyQuestion } from './find-key.ts';
import { makeKey } from './make-key.ts';
import { awsJson } from './policy-text.ts';

/** The key behind a predefined alias that has none yet; undefined if this call does not bring it about. */
export function firstUseOfManagedKey(
  { draft, caller, operation }: KeyQuestion,
  account: string,
  aliasName: string,
): KeyRecord | undefined {
  const name = aliasName.replace(/^alias\//, '');
  if (!isManaged(name) || caller.account?.id !== account) return undefined;
  const row: ManagedKeyPolicyRow = managedKeyPolicies[name];
  const { region } = caller;
  const byService = caller.given.viaService?.startsWith(`${row.viaService}.`) ?? false;
  if (operation !== 'DescribeKey' && !byService) return undefined;
  const policy = awsJson(awsManagedKeyPolicy(name, { account, region }));
  const key = makeKey(draft, {
    account,
    region,
    manager: 'AWS',
    policy,
    description: `Default key that protects my ${row.protects} when no other key is defined`,
    rotation: {
      periodInDays: rotationLimits.awsManagedPeriod,
      nextAt: draft.now + days(rotationLimits.awsManagedPeriod),
    },
  });
  draft.put('aliases', {
    arn: aliasArn(region, account, aliasName),
    name: aliasName,
    account,
    region,
    keyArn: key.arn,
    createdAt: draft.now,
    updatedAt: draft.now,
  });
  return key;
}

function isManaged(name: string): name is ManagedKeyAlias {
  return Object.hasOwn(managedKeyPolicies, name);
}
