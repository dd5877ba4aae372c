/* What resource control policies do not take. For service control policies the parser tells all. */
import { rcpServices } from '../../catalog/service-prefixes.ts';
import type { StatementView } from '../context.ts';
import { defineRule } from './rule.ts';

/** The statement of RCPFullAWSAccess, which Organizations attaches everywhere: no other may allow. */
function isFullAccess({ allow, statement, clauses }: StatementView): boolean {
  const { action, resource } = statement;
  const isAll = (element: typeof action): boolean =>
    element !== undefined &&
    !element.negated &&
    element.values.length === 1 &&
    element.values[0]?.value === '*';
  return allow && isAll(action) && isAll(resource) && clauses.length === 0;
}

export const organizationRules = [
  defineRule({
    code: 'RCP_SYNTAX_ERROR_PRINCIPAL',
    kinds: ['rcp'],
    severity: 'error',
    *find({ statements }) {
      for (const { principal } of statements.map(({ statement }) => statement)) {
        if (!principal) continue;
        if (principal.negated || principal.values.some(({ type }) => type !== '*'))
          yield { range: principal.range };
      }
    },
  }),
  defineRule({
    code: 'RCP_SYNTAX_ERROR_ALLOW',
    kinds: ['rcp'],
    severity: 'error',
    *find({ statements }) {
      for (const view of statements) {
        if (view.allow && !isFullAccess(view)) yield { range: view.statement.effect.range };
      }
    },
  }),
  defineRule({
    code: 'RCP_SYNTAX_ERROR_NOTACTION',
    kinds: ['rcp'],
    severity: 'error',
    *find({ statements }) {
      for (const { action } of statements.map(({ statement }) => statement)) {
        if (action?.negated) yield { range: action.range };
      }
    },
  }),
  defineRule({
    code: 'RCP_SYNTAX_ERROR_ACTION',
    kinds: ['rcp'],
    severity: 'error',
    *find({ statements }) {
      for (const view of statements) {
        if (isFullAccess(view)) continue;
        for (const { value, range } of view.statement.action?.values ?? []) {
          const service = value.slice(0, Math.max(0, value.indexOf(':'))).toLowerCase();
          if (!rcpServices.has(service)) yield { range, data: { action: value } };
        }
      }
    },
  }),
] as const;
