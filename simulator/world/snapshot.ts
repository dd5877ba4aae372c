import type { SavedQuestions } from '../operations/framework/asked-questions.ts';
import type { Rows } from './store.ts';
import type { TrailRecord } from './trail.ts';
import type { WorldSettings } from './types.ts';

/** The form of saved worlds. A change of the records raises it and adds a step to `upgrades`. */
export const worldVersion = 2;

/** A world as a value: JSON, and structured clone, can carry it. */
export interface WorldSnapshot {
  readonly version: typeof worldVersion;
  readonly settings: WorldSettings;
  readonly rows: Rows;
  readonly trail: readonly (readonly TrailRecord[])[];
  /** What policies were asked for the latest calls. */
  readonly asked?: SavedQuestions;
}

type Saved = Readonly<Record<string, unknown>> & { readonly version: number };

/** Makes a saved world of version n one of version n + 1; the first is for version 1. */
export type Upgrade = (saved: Saved) => Readonly<Record<string, unknown>>;

const upgrades: readonly Upgrade[] = [
  // Access keys came with the endpoint.
  (world) => ({ ...world, rows: { ...(world.rows as object), accessKeys: [] } }),
];

/** A saved world in today's form. Throws for what is no saved world, or comes from a newer version. */
export function upgradeSnapshot(saved: unknown, steps: readonly Upgrade[] = upgrades): WorldSnapshot {
  if (!isSaved(saved)) throw new Error('this is not a saved world');
  const target = steps.length + 1;
  if (saved.version > target) throw new Error(`this world was saved by a newer version (${saved.version})`);
  let world = saved;
  while (world.version < target) {
    const step = steps[world.version - 1];
    if (step === undefined) throw new Error(`no upgrade from version ${world.version}`);
    world = { ...step(world), version: world.version + 1 };
  }
  return world as unknown as WorldSnapshot;
}

function isSaved(value: unknown): value is Saved {
  if (typeof value !== 'object' || value === null) return false;
  const { version, settings, rows, trail } = value as Record<string, unknown>;
  return (
    Number.isInteger(version) &&
    (version as number) >= 1 &&
    isObject(settings) &&
    isObject(rows) &&
    Array.isArray(trail)
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
