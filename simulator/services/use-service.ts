import { serviceCalls } from '../catalog/service-calls.ts';
import { services } from '../catalog/services.ts';
import type { WorldCaller } from '../operations/framework/call.ts';
import type { World } from '../operations/world.ts';
import type { ServiceAnswer } from './types.ts';
import { Stop, Use } from './use.ts';
import type { Verb } from './verb.ts';
import { type ServiceName, type VerbInput, type VerbName, verbs } from './verbs.ts';

/**
 * Uses an AWS service that uses keys, as somebody of the world. The trail shows which calls it makes to KMS. Whether
 * the caller may use the service itself (`s3:PutObject`, …) is taken as given: only KMS is asked.
 */
export async function useService<Name extends ServiceName, Named extends VerbName<Name>>(
  world: World,
  caller: WorldCaller | string,
  service: Name,
  verb: Named,
  input: VerbInput<Name, Named>,
): Promise<ServiceAnswer> {
  const use = new Use(world, typeof caller === 'string' ? { arn: caller } : caller, services[service]);
  const { unverified } = serviceCalls[service][verb];
  // Each verb stands in the table under the name that gives its input.
  const run = verbs[service][verb] as unknown as Verb<VerbInput<Name, Named>>;
  try {
    return { ok: true, content: null, unverified, ...(await run(use, input)) };
  } catch (stopped) {
    if (!(stopped instanceof Stop)) throw stopped;
    const { failure: error, decision } = stopped;
    return { ok: false, error, unverified, ...(decision && { decision }) };
  }
}
