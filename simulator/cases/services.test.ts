import { describe, expect, test } from 'vitest';
import type { OperationName } from '../catalog/types.ts';
import {
  createWorld,
  type Input,
  type ServiceAnswer,
  useService,
  World,
  type WorldCaller,
} from '../index.ts';
import { verbs } from '../services/verbs.ts';
import { fillIn, valueAt } from '../testing/operation-cases.ts';
import { readServiceCases, type ServiceStep } from '../testing/service-cases.ts';

const cases = readServiceCases();
const administrator = 'arn:aws:iam::111122223333:user/Admin';

/** The verb of a case, whose names and inputs are data. */
const useByName = useService as unknown as (
  world: World,
  caller: ServiceStep['as'],
  service: string,
  verb: string,
  input: unknown,
) => Promise<ServiceAnswer>;

async function take(world: World, step: ServiceStep, kept: Map<string, unknown>): Promise<void> {
  if (step.advance !== undefined) return world.advance(step.advance);
  if (step.amend !== undefined) return world.amend(step.amend);
  if (step.call !== undefined) {
    const input = fillIn(step.with ?? {}, kept) as Input<OperationName>;
    const result = await world.call(step.as ?? administrator, step.call as OperationName, input);
    expect(result.ok, result.ok ? '' : result.error.message).toBe(true);
    if (result.ok) expect(result.output).toMatchObject(fillIn(step.gives ?? {}, kept) as object);
    return;
  }
  const { service = '', verb = '', trail = [] } = step;
  const from = world.trail.length;
  const caller = step.as ?? administrator;
  const answer = await useByName(world, caller, service, verb, fillIn(step.with ?? {}, kept));
  expect(world.trail.slice(from)).toMatchObject(fillIn(trail, kept) as object[]);
  if (step.fails !== undefined) {
    expect(answer).toMatchObject({ ok: false, error: fillIn(step.fails, kept) });
    return;
  }
  expect(answer).toMatchObject({ ok: true, ...(fillIn(step.gives ?? {}, kept) as object) });
  for (const [name, path] of Object.entries(step.keep ?? {})) kept.set(name, valueAt(answer, path));
}

describe('services', () => {
  test.each(cases.map((one) => [one.file, one.id, one] as const))('%s: %s', async (_file, _id, one) => {
    let world = createWorld(one.given);
    const kept = new Map<string, unknown>();
    for (const step of one.steps) {
      world = World.restore(JSON.parse(JSON.stringify(world.snapshot())));
      await take(world, step, kept);
    }
  });

  test.each(['111122223333:aws:ec2-infrastructure:i-0123456789abcdef0', 'dynamodb.us-west-2.amazonaws.com'])(
    'only a service gives a grant to %s',
    async (GranteePrincipal) => {
      const [{ given } = { given: { accounts: [] } }] = cases;
      const world = createWorld(given);
      const input = {
        KeyId: 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        GranteePrincipal,
        Operations: ['Decrypt'] as const,
      };
      const grant = (through: Pick<WorldCaller, 'viaService'>) =>
        world.call({ arn: administrator, ...through }, 'CreateGrant', input);
      expect((await grant({})).ok).toBe(false);
      expect((await grant({ viaService: 'ec2.us-west-2.amazonaws.com' })).ok).toBe(true);
    },
  );

  test('ids are unique', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  test('everything that can be done with a service succeeds somewhere', () => {
    const done = new Set(
      cases.flatMap(({ steps }) =>
        steps
          .filter(({ fails, verb }) => fails === undefined && verb !== undefined)
          .map(({ service, verb }) => `${service} ${verb}`),
      ),
    );
    const all = Object.entries(verbs).flatMap(([name, own]) =>
      Object.keys(own).map((verb) => `${name} ${verb}`),
    );
    expect(all.filter((name) => !done.has(name))).toEqual([]);
  });

  test('every service is refused somewhere', () => {
    const refused = new Set(
      cases.flatMap(({ steps }) =>
        steps.flatMap(({ service, fails }) => (fails === undefined ? [] : [service])),
      ),
    );
    expect(Object.keys(verbs).filter((name) => !refused.has(name))).toEqual([]);
  });
});
