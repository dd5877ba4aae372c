import { addCondition } from '../../policy/edit.ts';
import { boundsWho } from '../conditions.ts';
import { labelOf } from '../context.ts';
import { fixByEdit } from '../fix.ts';
import type { Rule } from '../types.ts';

/** Everybody of every account, and nothing that bounds who. */
export const kmsPublicPrincipal = {
  code: 'KMS_PUBLIC_PRINCIPAL',
  kinds: ['key'],
  severity: 'security-warning',
  *find({ text, statements, account }) {
    for (const { allow, actions, principals, clauses, statement } of statements) {
      const anyone = principals.find(({ type }) => type === '*');
      if (!allow || anyone === undefined || actions.size === 0 || clauses.some(boundsWho)) continue;
      const condition = { operator: 'StringEquals', key: 'kms:CallerAccount', value: account ?? '' };
      const { operator, key, value } = condition;
      const edited =
        account === null || clauses.some((clause) => clause.key === key.toLowerCase())
          ? null
          : addCondition(text, statement.index, operator, key, value);
      yield {
        range: anyone.range,
        data: { statement: labelOf(statement) },
        fixes: fixByEdit('addCondition', condition, text, edited),
      };
    }
  },
} as const satisfies Rule;
