import type { ConditionOperator } from '../../catalog/condition-operators.ts';
import type { ReadVariable } from '../variables.ts';

/** Holds one value of the request against one value of the policy; null: a variable has no value. */
export type ValueTest = (found: string, read: ReadVariable) => boolean | null;

/** Prepares one value of a policy for its operator. */
export type ValueCompiler = (written: string, row: ConditionOperator, variables: boolean) => ValueTest;

/** Compares two numbers as the operator's row says. */
export function inOrder(order: ConditionOperator['order'], found: number, wanted: number): boolean {
  switch (order) {
    case 'less':
      return found < wanted;
    case 'lessOrEqual':
      return found <= wanted;
    case 'greater':
      return found > wanted;
    case 'greaterOrEqual':
      return found >= wanted;
    default:
      return found === wanted;
  }
}

export const never: ValueTest = () => false;
