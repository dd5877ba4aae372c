import { prepareAuthorizer } from '../authorize/authorize.ts';
import type { Environment } from '../authorize/types.ts';
import { knownPrincipals, withAssumed, withKeyArn } from './principals.ts';
import type { KnownPrincipal } from './types.ts';

/**
 * Who could change the key policy. Nobody: the key is lost to its owner until AWS Support helps.
 * Stand-ins count, since an account that the policy trusts can always make an identity for it.
 */
export function whoCanAdminister(environment: Environment): readonly KnownPrincipal[] {
  const world = withKeyArn(environment);
  const principals = knownPrincipals([world], { roots: true });
  const authorizer = prepareAuthorizer(withAssumed(world, principals));
  const resource = world.key.arn;
  return principals.filter(
    ({ principal }) => authorizer.decide({ principal, action: 'kms:PutKeyPolicy', resource }) === 'Allowed',
  );
}
