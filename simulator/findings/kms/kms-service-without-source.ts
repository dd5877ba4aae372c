import { actions as rows } from '../../catalog/actions.ts';
import { addCondition } from '../../policy/edit.ts';
import { isPositive } from '../conditions.ts';
import { labelOf, type StatementView } from '../context.ts';
import { fixByEdit } from '../fix.ts';
import type { Rule } from '../types.ts';

/** The context of some services names the account's own resource, which is as good as aws:SourceArn. */
const sourceKeys = /^(aws:source(arn|account|orgid|orgpaths)|kms:encryptioncontext:.+)$/;

/** A service that works for everybody can be made to use the key for somebody else: the confused deputy. */
export const kmsServiceWithoutSource = {
  code: 'KMS_SERVICE_WITHOUT_SOURCE',
  kinds: ['key'],
  severity: 'security-warning',
  *find({ text, statements, account, managed }) {
    for (const { allow, actions, principals, clauses, statement } of statements) {
      const service = principals.find(({ type }) => type === 'Service');
      if (!allow || managed || service === undefined) continue;
      if ([...actions].every((name) => rows[name].level === 'Read' || rows[name].level === 'List')) continue;
      if (clauses.some((clause) => sourceKeys.test(clause.key) && isPositive(clause))) continue;
      if (isForServiceGrants({ actions, clauses })) continue;
      const condition = { operator: 'StringEquals', key: 'aws:SourceAccount', value: account ?? '' };
      const { operator, key, value } = condition;
      // A condition would also bind principals that are no services.
      const edited =
        account !== null && principals.every(({ type }) => type === 'Service')
          ? addCondition(text, statement.index, operator, key, value)
          : null;
      yield {
        range: service.range,
        data: { service: service.value, statement: labelOf(statement) },
        fixes: fixByEdit('addCondition', condition, text, edited),
      };
    }
  },
} as const satisfies Rule;

const grantActions: ReadonlySet<string> = new Set(['CreateGrant', 'ListGrants', 'RevokeGrant']);

/** Grants of services for their resources, as Route 53's guide allows them for DNSSEC: without a source. */
function isForServiceGrants({ actions, clauses }: Pick<StatementView, 'actions' | 'clauses'>): boolean {
  return (
    [...actions].every((name) => grantActions.has(name)) &&
    clauses.some((clause) => clause.key === 'kms:grantisforawsresource' && isPositive(clause))
  );
}
