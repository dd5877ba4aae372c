import { readdirSync, readFileSync } from 'node:fs';
import type { Duration, WorldChanges, WorldDefinition } from '../index.ts';
import type { Step } from './operation-cases.ts';

/** A use of a service, with the calls to KMS that it makes: each a part of its record in the trail. */
export interface ServiceStep extends Omit<Step, 'fails'> {
  readonly service?: string;
  readonly verb?: string;
  readonly fails?: { readonly name: string | null; readonly message?: string };
  readonly trail?: readonly object[];
  readonly advance?: Duration;
  readonly amend?: WorldChanges;
}

export interface ServiceCase {
  readonly id: string;
  readonly file: string;
  readonly source: string;
  readonly given: WorldDefinition;
  readonly steps: readonly ServiceStep[];
}

const folder = new URL('../cases/services/', import.meta.url);

/** The cases of `cases/services`, in the world of `cases/services/world.json`. */
export function readServiceCases(): ServiceCase[] {
  const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown;
  const given = read('world.json') as WorldDefinition;
  return readdirSync(folder)
    .filter((file) => file !== 'world.json')
    .flatMap((file) => {
      const cases = read(file) as readonly Omit<ServiceCase, 'file' | 'given'>[];
      return cases.map((one) => ({ ...one, file, given }));
    });
}
