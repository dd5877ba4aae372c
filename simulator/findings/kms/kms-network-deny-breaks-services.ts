import { addCondition } from '../../policy/edit.ts';
import type { ClauseView } from '../context.ts';
import { labelOf } from '../context.ts';
import { fixByEdit } from '../fix.ts';
import { allKinds } from '../kinds.ts';
import type { Rule } from '../types.ts';

const network = /^aws:(sourceip|vpcsourceip|sourcevpc|sourcevpce|sourcevpcarn)$/;
const exemptions =
  /^(aws:viaawsservice|aws:principalisawsservice|aws:calledvia\w*|kms:viaservice|kms:grantisforawsresource)$/;

/**
 * A service that calls KMS for somebody does so from its own network, so that the Deny meets it too.
 * Source: KMS Developer Guide, "AWS global condition keys".
 */
export const kmsNetworkDenyBreaksServices = {
  code: 'KMS_NETWORK_DENY_BREAKS_SERVICES',
  kinds: allKinds,
  severity: 'warning',
  *find({ text, statements }) {
    for (const { allow, actions, clauses, statement } of statements) {
      const clause = clauses.find(asksForNetwork);
      if (allow || clause === undefined || actions.size === 0) continue;
      if (clauses.some(({ key }) => exemptions.test(key))) continue;
      const condition = { operator: 'Bool', key: 'aws:ViaAWSService', value: 'false' };
      const { operator, key, value } = condition;
      const edited = addCondition(text, statement.index, operator, key, value);
      yield {
        range: clause.clause.key.range,
        data: { key: clause.clause.key.value, statement: labelOf(statement) },
        fixes: fixByEdit('addCondition', condition, text, edited),
      };
    }
  },
} as const satisfies Rule;

/** "Unless from here": true for whoever comes from elsewhere, or tells nothing. */
function asksForNetwork({ key, operator, values }: ClauseView): boolean {
  if (operator === null || !network.test(key)) return false;
  return operator.row.type === 'Null' ? values.includes('true') : operator.row.negated;
}
