/** How a condition operator reads its values. */
export type OperatorType = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'Ip' | 'Arn' | 'Null';

export interface OperatorRow {
  readonly type: OperatorType;
  readonly negated: boolean;
  /** `StringLike`: `*` and `?` in the policy's value are wildcards. */
  readonly wildcards?: boolean;
  readonly ignoreCase?: boolean;
  /** How the value found compares with the policy's: `<`, `<=`, `>`, `>=`. */
  readonly order?: 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual';
}

/** IAM's condition operators, without `IfExists` and set prefixes. Source: IAM User Guide, condition operators. */
export const operators = {
  StringEquals: { type: 'String', negated: false },
  StringNotEquals: { type: 'String', negated: true },
  StringEqualsIgnoreCase: { type: 'String', negated: false, ignoreCase: true },
  StringNotEqualsIgnoreCase: { type: 'String', negated: true, ignoreCase: true },
  StringLike: { type: 'String', negated: false, wildcards: true },
  StringNotLike: { type: 'String', negated: true, wildcards: true },
  NumericEquals: { type: 'Numeric', negated: false },
  NumericNotEquals: { type: 'Numeric', negated: true },
  NumericLessThan: { type: 'Numeric', negated: false, order: 'less' },
  NumericLessThanEquals: { type: 'Numeric', negated: false, order: 'lessOrEqual' },
  NumericGreaterThan: { type: 'Numeric', negated: false, order: 'greater' },
  NumericGreaterThanEquals: { type: 'Numeric', negated: false, order: 'greaterOrEqual' },
  DateEquals: { type: 'Date', negated: false },
  DateNotEquals: { type: 'Date', negated: true },
  DateLessThan: { type: 'Date', negated: false, order: 'less' },
  DateLessThanEquals: { type: 'Date', negated: false, order: 'lessOrEqual' },
  DateGreaterThan: { type: 'Date', negated: false, order: 'greater' },
  DateGreaterThanEquals: { type: 'Date', negated: false, order: 'greaterOrEqual' },
  Bool: { type: 'Bool', negated: false },
  BinaryEquals: { type: 'Binary', negated: false },
  IpAddress: { type: 'Ip', negated: false },
  NotIpAddress: { type: 'Ip', negated: true },
  ArnEquals: { type: 'Arn', negated: false },
  ArnNotEquals: { type: 'Arn', negated: true },
  ArnLike: { type: 'Arn', negated: false },
  ArnNotLike: { type: 'Arn', negated: true },
  Null: { type: 'Null', negated: false },
} as const satisfies Readonly<Record<string, OperatorRow>>;

export type OperatorName = keyof typeof operators;

export interface ParsedOperator {
  readonly name: OperatorName;
  readonly row: OperatorRow;
  readonly set: 'ForAllValues' | 'ForAnyValue' | null;
  readonly ifExists: boolean;
}

const byLowerCase = new Map(Object.keys(operators).map((name) => [name.toLowerCase(), name as OperatorName]));
const sets = { forallvalues: 'ForAllValues', foranyvalue: 'ForAnyValue' } as const;

/** Reads `ForAnyValue:StringLikeIfExists` into its parts; null when there is no such operator. */
export function parseOperator(text: string): ParsedOperator | null {
  const lower = text.toLowerCase();
  const colon = lower.indexOf(':');
  const prefix = colon < 0 ? '' : lower.slice(0, colon);
  const set = prefix === 'forallvalues' || prefix === 'foranyvalue' ? sets[prefix] : null;
  if (colon >= 0 && set === null) return null;
  const rest = lower.slice(colon + 1);
  const ifExists = rest.endsWith('ifexists');
  const name = byLowerCase.get(ifExists ? rest.slice(0, -'ifexists'.length) : rest);
  if (name === undefined || (name === 'Null' && (ifExists || set !== null))) return null;
  return { name, row: operators[name], set, ifExists };
}
