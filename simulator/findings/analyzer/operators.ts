/* Whether a condition's operator goes with its key. */
import type { conditionOperators } from '../../catalog/condition-operators.ts';
import type { ConditionValueType } from '../../catalog/types.ts';
import { knownKey } from './condition-key.ts';
import { defineRule, everyKind } from './rule.ts';
import { type Condition, conditionsOf, fixByOperator, fixByOperatorText } from './values.ts';

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

function* knownConditions(context: Parameters<typeof conditionsOf>[0]) {
  for (const condition of conditionsOf(context)) {
    const known = knownKey(condition.key);
    if (known !== null) yield { condition, known };
  }
}

const dataOf = ({ clause }: Condition) => ({ key: clause.key.value, operator: clause.operator.value });

export const operatorRules = [
  defineRule({
    code: 'MISSING_QUALIFIER',
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const { condition, known } of knownConditions(context)) {
        const { operator, clause } = condition;
        if (!known.multivalued || operator.set !== null || operator.name === 'Null') continue;
        yield { range: clause.operator.range, data: dataOf(condition) };
      }
    },
  }),
  defineRule({
    code: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
    kinds: everyKind,
    severity: 'security-warning',
    *find(context) {
      for (const { condition, known } of knownConditions(context)) {
        const { operator, clause, view } = condition;
        // In a Deny it makes the statement match more, not less.
        if (!view.allow || known.multivalued || operator.set !== 'ForAllValues') continue;
        if (operator.name === 'Null' || isRefusedByKms(context.kind, condition.key)) continue;
        const { value, range } = clause.operator;
        yield {
          range,
          data: dataOf(condition),
          fixes: fixByOperatorText(view.statement, { value, range }, value.slice('ForAllValues:'.length)),
        };
      }
    },
  }),
  defineRule({
    code: 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
    kinds: everyKind,
    severity: 'security-warning',
    *find(context) {
      for (const { condition, known } of knownConditions(context)) {
        const { operator, clause, view } = condition;
        if (known.type !== 'ARN' || !/^String(?:Not)?Like$/.test(operator.name)) continue;
        const instead = operator.row.negated ? 'ArnNotLike' : 'ArnLike';
        // A lone `*` is no ARN: the two operators differ there.
        const same = condition.values.every((value) => value.startsWith('arn:'));
        yield {
          range: clause.operator.range,
          data: { ...dataOf(condition), instead },
          fixes: same ? fixByOperator(view, condition, instead) : [],
        };
      }
    },
  }),
  defineRule({
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
  }),
] as const;

/** KMS_FORALLVALUES_CONTEXT tells of these: KMS does not take such a policy. */
function isRefusedByKms(kind: string, key: string): boolean {
  return kind === 'key' && /^(?:kms:encryptioncontext:|aws:requesttag\/)/.test(key);
}
