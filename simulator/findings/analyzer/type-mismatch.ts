import type { conditionOperators } from '../../catalog/condition-operators.ts';
import type { ConditionValueType } from '../../catalog/types.ts';
import { dataOf, knownConditions } from './shared/known-conditions.ts';
import { defineRule, everyKind } from './shared/rule.ts';

type OperatorType = (typeof conditionOperators)[keyof typeof conditionOperators]['type'];

/** The operators for a key's type, the one to recommend first. */
const operatorsOfType: Readonly<Record<ConditionValueType, readonly OperatorType[]>> = {
  ARN: ['Arn', 'String'],
  // Principals and service names are strings to AWS, and often ARNs.
  ArrayOfString: ['String', 'Arn'],
  String: ['String', 'Arn'],
  Bool: ['Bool'],
  // The KMS Developer Guide itself compares kms:ValidTo as a number.
  Date: ['Date', 'Numeric'],
  IPAddress: ['IpAddress'],
  Numeric: ['Numeric'],
};

export const typeMismatch = defineRule({
  code: 'TYPE_MISMATCH',
  kinds: everyKind,
  severity: 'warning',
  *find(context) {
    for (const { condition, known } of knownConditions(context)) {
      const { type } = condition.operator.row;
      // A tag or an encryption context can hold anything.
      if (known.type === null || known.suffixed || type === 'Null') continue;
      const allowed = operatorsOfType[known.type];
      if (allowed.includes(type)) continue;
      yield {
        range: condition.clause.operator.range,
        data: { ...dataOf(condition), instead: allowed[0] ?? '' },
      };
    }
  },
});
