import { addCondition } from '../../policy/edit.ts';
import { isPositive } from '../conditions.ts';
import {
  accountOf,
  actionsOfPattern,
  type CheckContext,
  type ClauseView,
  labelOf,
  type StatementView,
} from '../context.ts';
import { fixByEdit } from '../fix.ts';
import type { Rule } from '../types.ts';

/** Conditions that bound what grants can be made, or for whom. */
const bounds = /^kms:(grantee\w+|grantconstraint\w+|viaservice|encryptioncontext.*)$/;

/** Every CreateGrant has them, so that ForAllValues and IfExists ask no less. */
const alwaysThere: ReadonlySet<string> = new Set(['kms:grantisforawsresource', 'kms:grantoperations']);

/** Actions that know kms:GrantIsForAWSResource. */
const withGrantKey: ReadonlySet<string> = new Set(['CreateGrant', 'ListGrants', 'RevokeGrant']);

/**
 * Who may create any grant can give anybody anything a grant can hold. Administrators, who get it by a
 * pattern such as kms:Create*, and the own account, which only delegates, are not meant.
 */
export const kmsCreateGrantUnbounded = {
  code: 'KMS_CREATE_GRANT_UNBOUNDED',
  kinds: ['key'],
  severity: 'security-warning',
  *find(context) {
    const { text, statements, managed } = context;
    for (const view of statements) {
      const { allow, statement, actions, clauses } = view;
      const action = statement.action?.values.find(({ value }) =>
        actionsOfPattern(value).every((name) => name === 'CreateGrant'),
      );
      if (!allow || managed || !action || !actions.has('CreateGrant') || statement.action?.negated) continue;
      if (!mayBeMeant(view, context)) continue;
      if (clauses.some(boundsGrants)) continue;
      const condition = { operator: 'Bool', key: 'kms:GrantIsForAWSResource', value: 'true' };
      const { operator, key, value } = condition;
      const edited = [...actions].every((name) => withGrantKey.has(name))
        ? addCondition(text, statement.index, operator, key, value)
        : null;
      yield {
        range: action.range,
        data: { statement: labelOf(statement) },
        fixes: fixByEdit('addCondition', condition, text, edited),
      };
    }
  },
} as const satisfies Rule;

function boundsGrants(clause: ClauseView): boolean {
  if (alwaysThere.has(clause.key))
    return clause.operator?.row.negated === false && clause.operator.name !== 'Null';
  return bounds.test(clause.key) && isPositive(clause);
}

/** Services make grants by their own rules; the account principal gives nothing by itself. */
function mayBeMeant({ principals }: StatementView, { account }: CheckContext): boolean {
  return principals.some(({ type, value }) => {
    if (type === '*') return true;
    if (type !== 'AWS') return false;
    const isAccount = /^\d{12}$/.test(value) || value.endsWith(':root');
    return !isAccount || (account !== null && accountOf(value) !== account);
  });
}
