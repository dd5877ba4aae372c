/* Operations in the groups that readers think in, from the rows of the catalog. */
import { type ActionName, actionNames, actions } from '@/simulator/catalog/actions.ts';

export interface OperationGroup {
  readonly name: string;
  readonly actions: readonly string[];
}

function groupOf(action: ActionName): string {
  const { resource, level, grantable } = actions[action];
  if (/Grant/.test(action)) return 'Grants';
  if (resource === 'account') return 'The account as a whole';
  if (resource === 'alias') return 'Aliases';
  if (level === 'List' || level === 'Read')
    return grantable && action !== 'DescribeKey' ? 'Use the key' : 'Look at the key';
  if (grantable) return 'Use the key';
  return 'Administer the key';
}

const order = [
  'Use the key',
  'Grants',
  'Administer the key',
  'Look at the key',
  'Aliases',
  'The account as a whole',
];

/** Every action of KMS once. */
export const operationGroups: readonly OperationGroup[] = order.map((name) => ({
  name,
  actions: actionNames.filter((action) => groupOf(action) === name).map((action) => `kms:${action}`),
}));
