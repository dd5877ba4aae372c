import type { ConditionOperator } from '../../catalog/condition-operators.ts';
import type { ParsedOperator } from '../../policy/operators.ts';
import type { ReadVariable } from '../variables.ts';
import { compileArn } from './arn.ts';
import { compileBinary } from './binary.ts';
import { compileBool } from './bool.ts';
import { compileDate } from './date.ts';
import { compileIp } from './ip.ts';
import { compileNumeric } from './numeric.ts';
import { compileString } from './string.ts';
import type { ValueCompiler, ValueTest } from './value-test.ts';

const compilers: Readonly<Record<Exclude<ConditionOperator['type'], 'Null'>, ValueCompiler>> = {
  String: compileString,
  Numeric: compileNumeric,
  Date: compileDate,
  Bool: compileBool,
  Binary: compileBinary,
  IpAddress: compileIp,
  Arn: compileArn,
};

/** In place of a key's values: AWS lets no condition on it be met, whatever its operator. */
export const unmeetable: readonly string[] = [];

/** Holds a clause against the values that the request has for its key; undefined: the key is absent. */
export type ClauseTest = (found: readonly string[] | undefined, read: ReadVariable) => boolean;

/**
 * Prepares the values that a policy lists under one operator and key.
 * @param policyVariables whether the policy's Version knows variables
 */
export function compileTest(
  operator: ParsedOperator,
  written: readonly string[],
  policyVariables: boolean,
): ClauseTest {
  const { row } = operator;
  if (row.type === 'Null') return nullTest(written);
  const compile = compilers[row.type];
  // Policy variables work with the string and ARN operators only.
  const variables = policyVariables && (row.type === 'String' || row.type === 'Arn');
  const tests = written.map((value) => compile(value, row, variables));
  return valuesTest(operator, tests);
}

function nullTest(written: readonly string[]): ClauseTest {
  const wanted = written.map((value) => value.trim().toLowerCase());
  return (found) => found !== unmeetable && wanted.includes(`${isAbsent(found)}`);
}

function isAbsent(found: readonly string[] | undefined): found is undefined {
  return found === undefined || found.length === 0;
}

function valuesTest({ row, set, ifExists }: ParsedOperator, tests: readonly ValueTest[]): ClauseTest {
  const { negated } = row;
  return (found, read) => {
    if (found === unmeetable) return false;
    // To ForAllValues an empty text is no value. Source: IAM User Guide, set operators.
    if (isAbsent(found) || (set === 'ForAllValues' && found.every((value) => value === '')))
      return ifExists || set === 'ForAllValues' || (set === null && negated);
    let anyFits = false;
    let allFit = true;
    for (const value of found) {
      const hit = fitsAny(tests, value, read);
      // A variable without a value takes the statement out of effect, also under a negated operator.
      if (hit === null && negated) return false;
      if ((hit === true) !== negated) anyFits = true;
      else allFit = false;
    }
    // Without a set operator, several values fit a negated operator only if none of them is listed.
    return set === 'ForAllValues' || (set === null && negated) ? allFit : anyFits;
  };
}

function fitsAny(tests: readonly ValueTest[], value: string, read: ReadVariable): boolean | null {
  let unresolved = false;
  for (const test of tests) {
    const fits = test(value, read);
    if (fits === true) return true;
    if (fits === null) unresolved = true;
  }
  return unresolved ? null : false;
}
