/* Conditions whose key is known. */
import { type KnownKey, knownKey } from './condition-key.ts';
import { type Condition, conditionsOf, listedOnce } from './values.ts';

export const knownConditions = listedOnce(function* (context): Generator<{
  readonly condition: Condition;
  readonly known: KnownKey;
}> {
  for (const condition of conditionsOf(context)) {
    const known = knownKey(condition.key);
    if (known !== null) yield { condition, known };
  }
});

export const dataOf = ({ clause }: Condition) => ({ key: clause.key.value, operator: clause.operator.value });
