import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { describePrincipal, describeUnexplored } from '@/simulator/explain/access.ts';
import { describeNote } from '@/simulator/explain/notes.ts';
import { type AccessChange, compareAccess, type Environment } from '@/simulator/index.ts';
import { InputError } from './input-error.ts';
import { asEnvironment, readJsonObject, reasonOf } from './input-files.ts';

const usage = 'Usage: npm run -s kms -- diff BEFORE.json AFTER.json [--world W.json]';

/**
 * Tells who gains and who loses access between two key policies, or two whole environments.
 * @returns the exit code: 1 when somebody gains access, 2 when there was nothing to compare
 */
export async function diff(args: readonly string[], output: Writable, errors: Writable): Promise<number> {
  try {
    const { before, after } = await readSides(args);
    const { gains, losses, unexplored, notes } = compareAccess(before, after);
    if (notes.length > 0) throw new InputError(notes.map(describeNote).join('\n'));
    const lines = [
      ...gains.flatMap((change) => tell('gains', change)),
      ...losses.flatMap((change) => tell('loses', change)),
    ];
    if (lines.length === 0) lines.push('Nobody gains or loses access.');
    output.write(`${[...lines, ...unexplored.map(describeUnexplored)].join('\n')}\n`);
    return gains.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    errors.write(`kms diff: ${error.message}\n`);
    return 2;
  }
}

function tell(verb: 'gains' | 'loses', { principal, conditions, actions }: AccessChange): string[] {
  const when = Object.entries(conditions).map(([key, value]) =>
    value === '' ? `no ${key}` : `${key} = ${value}`,
  );
  const lines = [
    `${describePrincipal(principal)} ${verb}`,
    `  ${actions.map(({ action }) => action).join(', ')}`,
  ];
  if (when.length > 0) lines.push(`  only with ${when.join(' and ')}`);
  const witness = actions[0]?.witness;
  return witness ? [...lines, `  for example ${JSON.stringify(witness)}`, ''] : lines;
}

async function readSides(args: readonly string[]): Promise<{ before: Environment; after: Environment }> {
  const { files, world } = readArguments(args);
  const [before, after] = files;
  if (before === undefined || after === undefined || files.length > 2) throw new InputError(usage);
  const base = world === undefined ? {} : asEnvironment(await readJsonObject(world), world, {});
  return {
    before: asEnvironment(await readJsonObject(before), before, base),
    after: asEnvironment(await readJsonObject(after), after, base),
  };
}

function readArguments(args: readonly string[]): { files: readonly string[]; world: string | undefined } {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { world: { type: 'string' } },
      allowPositionals: true,
    });
    return { files: positionals, world: values.world };
  } catch (error) {
    throw new InputError(`${reasonOf(error)}\n${usage}`);
  }
}
