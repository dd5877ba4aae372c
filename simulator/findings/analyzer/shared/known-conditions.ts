/* Conditions whose key is known. */
import { knownKey } from './condition-key.ts';
import { type Condition, conditionsOf } from './values.ts';

export function* knownConditions(context: Parameters<typeof conditionsOf>[0]) {
  for (const condition of conditionsOf(context)) {
    const known = knownKey(condition.key);
    if (known !== null) yield { condition, known };
  }
}

export const dataOf = ({ clause }: Condition) => ({ key: clause.key.value, operator: clause.operator.value });
