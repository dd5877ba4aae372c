import { describe, expect, test } from 'vitest';
import { operationNames } from '../catalog/operations.ts';
import type { OperationName } from '../catalog/types.ts';
import { createWorld, type Input, World } from '../index.ts';
import { fillIn, generateRsa, readOperationCases, type Step, valueAt } from '../testing/operation-cases.ts';

const cases = readOperationCases();
const titled = cases.map((one) => [one.file, one.id, one] as const);
const administrator = 'arn:aws:iam::111122223333:user/Admin';

async function take(world: World, step: Step, kept: Map<string, unknown>): Promise<void> {
  if (step.advance) world.advance(step.advance);
  if (step.call === undefined) return;
  const input = fillIn(step.with ?? {}, kept) as Input<OperationName>;
  const before = world.snapshot();
  const result = await world.call(step.as ?? administrator, step.call as OperationName, input);
  if (step.fails) {
    expect(result.ok ? result.output : result.error).toMatchObject(fillIn(step.fails, kept) as object);
    expect(world.snapshot().rows, 'a failed call changes nothing').toEqual(before.rows);
    // Somebody without valid credentials has no account whose trail could tell of the call.
    const recorded = step.fails.name === 'UnrecognizedClientException' ? 0 : 1;
    expect(world.trail.length).toBe(before.trail.flat().length + recorded);
    return;
  }
  if (!result.ok) throw new Error(`${step.call}: ${result.error.name}: ${result.error.message}`);
  expect(result.output).toMatchObject(fillIn(step.gives ?? {}, kept) as object);
  for (const path of step.lacks ?? []) expect(valueAt(result.output, path), path).toBeUndefined();
  for (const [name, path] of Object.entries(step.keep ?? {})) kept.set(name, valueAt(result.output, path));
}

describe('operations', () => {
  test.each(titled)('%s: %s', async (_file, _id, one) => {
    const world = createWorld(one.given, { generateRsa });
    const kept = new Map<string, unknown>();
    for (const step of one.steps) await take(world, step, kept);
  });

  test.each(titled)('%s: %s, in a world saved and restored before each step', async (_file, _id, one) => {
    let world = createWorld(one.given, { generateRsa });
    const kept = new Map<string, unknown>();
    for (const step of one.steps) {
      world = World.restore(JSON.parse(JSON.stringify(world.snapshot())), { generateRsa });
      await take(world, step, kept);
    }
  });

  test('ids are unique', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  test('every operation succeeds somewhere, and fails somewhere', () => {
    const steps = cases.flatMap(({ steps }) => steps);
    const without = (fails: boolean) =>
      operationNames.filter(
        (name) => !steps.some((step) => step.call === name && (step.fails !== undefined) === fails),
      );
    expect(without(false)).toEqual([]);
    expect(without(true)).toEqual([]);
  });
});
