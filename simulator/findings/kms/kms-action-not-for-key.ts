import type { KeyFacts } from '../../authorize/types.ts';
import type { ActionName } from '../../catalog/actions.ts';
import { keySpecs } from '../../catalog/key-specs.ts';
import { keyUsages, symmetricOnlyOperations } from '../../catalog/key-usages.ts';
import type { KeySpecRow } from '../../catalog/types.ts';
import { actionsOfPattern } from '../context.ts';
import { fixByRemovingAction } from '../fix.ts';
import type { Rule } from '../types.ts';

const importing: readonly string[] = [
  'GetParametersForImport',
  'ImportKeyMaterial',
  'DeleteImportedKeyMaterial',
];
const multiRegionOnly: readonly string[] = [
  'ReplicateKey',
  'UpdatePrimaryRegion',
  'SynchronizeMultiRegionKey',
];
const symmetricOnly: readonly string[] = symmetricOnlyOperations;

/** What keeps a key from an operation; only what is known of the key counts. */
type Obstacle = 'usage' | 'spec' | 'origin' | 'singleRegion';

/** Actions that a key of this spec, usage, origin or kind cannot do, whoever is allowed to. */
export const kmsActionNotForKey = {
  code: 'KMS_ACTION_NOT_FOR_KEY',
  kinds: ['key'],
  severity: 'warning',
  *find({ text, statements, key }) {
    if (key === null) return;
    for (const { statement } of statements) {
      if (statement.action?.negated) continue;
      for (const action of statement.action?.values ?? []) {
        const obstacles = actionsOfPattern(action.value).map((name) => obstacleTo(name, key));
        const [obstacle] = obstacles;
        if (!obstacle || obstacles.includes(null)) continue;
        yield {
          range: action.range,
          data: { action: action.value, obstacle, found: foundIn(key, obstacle) },
          fixes: fixByRemovingAction(text, statement, action),
        };
      }
    }
  },
} as const satisfies Rule;

function rowOf({ keySpec }: KeyFacts): KeySpecRow | null {
  const rows: Readonly<Record<string, KeySpecRow>> = keySpecs;
  return keySpec !== undefined && Object.hasOwn(rows, keySpec) ? (rows[keySpec] ?? null) : null;
}

/** A key spec of one usage tells it. */
function usageOf(key: KeyFacts): string | null {
  const usages = rowOf(key)?.usages ?? [];
  return key.keyUsage ?? (usages.length === 1 ? (usages[0] ?? null) : null);
}

export function obstacleTo(action: ActionName, key: KeyFacts): Obstacle | null {
  const operation = action.startsWith('ReEncrypt') ? 'ReEncrypt' : action;
  const family = rowOf(key)?.family;
  const usage = usageOf(key);
  const needed = Object.entries(keyUsages).find(([, row]) =>
    (row.operations as readonly string[]).includes(operation),
  )?.[0];
  if (needed !== undefined && usage !== null && needed !== usage) return 'usage';
  if (family !== undefined && family !== 'symmetric' && symmetricOnly.includes(operation)) return 'spec';
  if (action === 'GetPublicKey' && (family === 'symmetric' || family === 'hmac')) return 'spec';
  if (importing.includes(action) && key.origin !== undefined && key.origin !== 'EXTERNAL') return 'origin';
  if (multiRegionOnly.includes(action) && key.multiRegion === false) return 'singleRegion';
  return null;
}

function foundIn(key: KeyFacts, obstacle: Obstacle): string {
  if (obstacle === 'usage') return usageOf(key) ?? '';
  return (obstacle === 'spec' ? key.keySpec : obstacle === 'origin' ? key.origin : '') ?? '';
}
