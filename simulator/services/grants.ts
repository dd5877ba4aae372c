/* What services with grants have in common: they get a grant from whoever sets them up, and use the key by it. */
import type { GrantOperation } from '../catalog/grants.ts';
import type { Output } from '../operations/framework/outputs.ts';
import type { FailureRow } from './failures.ts';
import type { Stored } from './types.ts';
import type { Use } from './use.ts';

type Pairs = Readonly<Record<string, string>>;

interface ServiceGrant {
  /** `dynamodb`: grantee, who retires it, and the name that condition keys and CloudTrail know. */
  readonly prefix: string;
  readonly key: string;
  readonly context: Pairs;
  readonly operations: readonly GrantOperation[];
  readonly row: FailureRow;
}

/** A grant of the caller to the service itself, good for one resource. */
export function grantToService(
  use: Use,
  { prefix, key, context, operations, row }: ServiceGrant,
): Promise<Output<'CreateGrant'>> {
  const principal = use.principal(prefix);
  return use.direct(
    'CreateGrant',
    {
      KeyId: key,
      GranteePrincipal: principal,
      RetiringPrincipal: principal,
      Operations: operations,
      Constraints: { EncryptionContextSubset: context },
    },
    row,
  );
}

/** The service gives back its grant when it needs it no more. What is left of the resource has none. */
export async function retireGrant(use: Use, prefix: string, stored: Stored): Promise<Stored> {
  const { grantId: GrantId, keyArn: KeyId, held: _, ...rest } = stored;
  if (GrantId !== undefined && KeyId !== null) {
    await use.as({ arn: use.principal(prefix) }, 'RetireGrant', { KeyId, GrantId });
  }
  return { ...rest, keyArn: KeyId };
}

/** The key that is meant, looked up with the caller's credentials. */
export async function describe(use: Use, KeyId: string, row: FailureRow): Promise<string> {
  return (await use.direct('DescribeKey', { KeyId }, row)).KeyMetadata.Arn;
}
