import type { Sourced } from './types.ts';

export interface ConditionOperator extends Sourced {
  readonly type: 'Arn' | 'Binary' | 'Bool' | 'Date' | 'IpAddress' | 'Null' | 'Numeric' | 'String';
  /** True for an absent key, and asks that none of the values match. */
  readonly negated: boolean;
  /** `IfExists` may follow the name. */
  readonly ifExists: boolean;
  /** `ForAllValues:` or `ForAnyValue:` may precede it. AWS does not say so of Null. */
  readonly setOperators: boolean | 'undocumented';
  /** `*` and `?` stand for other characters. */
  readonly wildcards: boolean;
  readonly ignoreCase?: boolean;
  /** How the value found compares with the policy's; absent: they are equal. */
  readonly order?: 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual';
  readonly values: 'arn' | 'base64' | 'boolean' | 'date' | 'ipRange' | 'number' | 'string';
}

const common = { ifExists: true, setOperators: true, wildcards: false, source: 'iamOperators' } as const;
const string = { ...common, type: 'String', values: 'string' } as const;
const numeric = { ...common, type: 'Numeric', values: 'number' } as const;
const date = { ...common, type: 'Date', values: 'date' } as const;
const ip = { ...common, type: 'IpAddress', values: 'ipRange' } as const;
const arn = { ...common, type: 'Arn', values: 'arn', wildcards: true } as const;

/** The condition operators of IAM policies. */
export const conditionOperators = {
  StringEquals: { ...string, negated: false },
  StringNotEquals: { ...string, negated: true },
  StringEqualsIgnoreCase: { ...string, negated: false, ignoreCase: true },
  StringNotEqualsIgnoreCase: { ...string, negated: true, ignoreCase: true },
  StringLike: { ...string, negated: false, wildcards: true },
  StringNotLike: { ...string, negated: true, wildcards: true },
  NumericEquals: { ...numeric, negated: false },
  NumericNotEquals: { ...numeric, negated: true },
  NumericLessThan: { ...numeric, negated: false, order: 'less' },
  NumericLessThanEquals: { ...numeric, negated: false, order: 'lessOrEqual' },
  NumericGreaterThan: { ...numeric, negated: false, order: 'greater' },
  NumericGreaterThanEquals: { ...numeric, negated: false, order: 'greaterOrEqual' },
  DateEquals: { ...date, negated: false },
  DateNotEquals: { ...date, negated: true },
  DateLessThan: { ...date, negated: false, order: 'less' },
  DateLessThanEquals: { ...date, negated: false, order: 'lessOrEqual' },
  DateGreaterThan: { ...date, negated: false, order: 'greater' },
  DateGreaterThanEquals: { ...date, negated: false, order: 'greaterOrEqual' },
  Bool: { ...common, type: 'Bool', values: 'boolean', negated: false },
  BinaryEquals: { ...common, type: 'Binary', values: 'base64', negated: false },
  IpAddress: { ...ip, negated: false },
  NotIpAddress: { ...ip, negated: true },
  ArnEquals: { ...arn, negated: false },
  ArnLike: { ...arn, negated: false },
  ArnNotEquals: { ...arn, negated: true },
  ArnNotLike: { ...arn, negated: true },
  Null: {
    ...common,
    type: 'Null',
    values: 'boolean',
    negated: false,
    ifExists: false,
    setOperators: 'undocumented',
  },
} as const satisfies Record<string, ConditionOperator>;

/** What may stand before an operator, for keys that hold several values. */
export const setOperators = ['ForAllValues', 'ForAnyValue'] as const;
