/* The one statement that a resource control policy may allow with. */
import type { StatementView } from '../../context.ts';

/** The statement of RCPFullAWSAccess, which Organizations attaches everywhere: no other may allow. */
export function isFullAccess({ allow, statement, clauses }: StatementView): boolean {
  const { action, resource } = statement;
  const isAll = (element: typeof action): boolean =>
    element !== undefined &&
    !element.negated &&
    element.values.length === 1 &&
    element.values[0]?.value === '*';
  return allow && isAll(action) && isAll(resource) && clauses.length === 0;
}
