import { type ConditionOperator, conditionOperators } from '../catalog/condition-operators.ts';

export type OperatorName = keyof typeof conditionOperators;

export interface ParsedOperator {
  readonly name: OperatorName;
  readonly row: ConditionOperator;
  readonly set: 'ForAllValues' | 'ForAnyValue' | null;
  readonly ifExists: boolean;
}

const byLowerCase = new Map(
  Object.keys(conditionOperators).map((name) => [name.toLowerCase(), name as OperatorName]),
);
const sets = { forallvalues: 'ForAllValues', foranyvalue: 'ForAnyValue' } as const;

const known = new Map<string, ParsedOperator | null>();
const knownLimit = 1024;

/** Reads `ForAnyValue:StringLikeIfExists` into its parts; null when there is no such operator. */
export function parseOperator(text: string): ParsedOperator | null {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const operator = readOperator(text);
  if (known.size < knownLimit) known.set(text, operator);
  return operator;
}

function readOperator(text: string): ParsedOperator | null {
  const lower = text.toLowerCase();
  const colon = lower.indexOf(':');
  const prefix = colon < 0 ? '' : lower.slice(0, colon);
  const set = prefix === 'forallvalues' || prefix === 'foranyvalue' ? sets[prefix] : null;
  if (colon >= 0 && set === null) return null;
  const rest = lower.slice(colon + 1);
  const ifExists = rest.endsWith('ifexists');
  const name = byLowerCase.get(ifExists ? rest.slice(0, -'ifexists'.length) : rest);
  if (name === undefined || (name === 'Null' && (ifExists || set !== null))) return null;
  return { name, row: conditionOperators[name], set, ifExists };
}
