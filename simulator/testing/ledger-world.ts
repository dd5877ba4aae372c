import type { OperationName } from '../catalog/types.ts';
import { createWorld, type Input, type Output, type World, type WorldCaller } from '../index.ts';
import type { KeyDefinition, WorldDefinition } from '../world/definition.ts';
import { generateRsa } from './operation-cases.ts';

export const owner = '111122223333';
export const partner = '444455556666';
export const alice = `arn:aws:iam::${owner}:user/Alice`;
export const visitor = `arn:aws:sts::${partner}:assumed-role/App/app`;
export const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
export const keyArn = `arn:aws:kms:us-east-1:${owner}:key/${keyId}`;

const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const open = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: [owner, partner] }, Action: 'kms:*', Resource: '*' }],
};

/** A world of two accounts: one owns keys, both may use them, and Bob of the first may do nothing. */
export function ledgerWorld(
  keys: readonly KeyDefinition[] = [{}],
  more: Partial<WorldDefinition> = {},
): World {
  const allowed = { policies: { Everything: everything } };
  const definition: WorldDefinition = {
    ...more,
    accounts: [
      {
        id: owner,
        users: { Alice: allowed, Bob: {} },
        keys: keys.map((key, index) => ({ policy: open, ...(index === 0 && { id: keyId }), ...key })),
      },
      { id: partner, roles: { App: allowed } },
    ],
  };
  return createWorld(definition, { generateRsa });
}

/** The answer to a call that must succeed. */
export async function must<Op extends OperationName>(
  world: World,
  operation: Op,
  input: Input<Op>,
  caller: WorldCaller | string = alice,
): Promise<Output<Op>> {
  const result = await world.call(caller, operation, input);
  if (!result.ok) throw new Error(`${operation}: ${result.error.name} ${result.error.message}`);
  return result.output;
}
