/* What conditions ask for, as far as rules need to know it. */
import { parseArn } from '../match/arn.ts';
import type { ClauseView } from './context.ts';

/** Keys that every request to KMS has, so that `IfExists` changes nothing. */
const alwaysPresent: ReadonlySet<string> = new Set([
  'kms:calleraccount',
  'aws:principalaccount',
  'aws:principalarn',
]);

/** Whether the condition is met only when its key is there and has one of the values. */
export function isPositive({ operator, key, values }: ClauseView): boolean {
  return (
    operator !== null &&
    operator.row.type !== 'Null' &&
    !operator.row.negated &&
    operator.set !== 'ForAllValues' &&
    (!operator.ifExists || alwaysPresent.has(key)) &&
    values.length > 0
  );
}

/** Keys whose value tells which account, organization or network a request is from. */
const tellWho: ReadonlySet<string> = new Set([
  'kms:calleraccount',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
]);

/** Whether the condition bounds who can come: every value of it names an account, organization or network. */
export function boundsWho(clause: ClauseView): boolean {
  return tellWho.has(clause.key) && isPositive(clause) && clause.values.every((value) => names(value));
}

function names(value: string): boolean {
  const arn = parseArn(value);
  if (arn !== null) return !/[*?]/.test(arn.account) && (arn.account !== '' || !/[*?]/.test(arn.resource));
  return /[^*?/:.]/.test(value) && !/\/0$/.test(value);
}
