import { whoCanAdminister } from '../../access/administrators.ts';
import { lockoutSafetyCheck } from '../../authorize/lockout.ts';
import type { Environment } from '../../authorize/types.ts';
import { parseCaller } from '../../match/caller.ts';
import { accountOf, type CheckContext, headOfPolicy } from '../context.ts';
import type { Rule } from '../types.ts';
import { accountMayAdminister, fixByAccountStatement } from './kms-no-account-statement.ts';

const allOfKms = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }],
} as const;

/** Condition keys whose value follows from caller and key, so that the later call will have it too. */
const lasting: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'kms:bypasspolicylockoutsafetycheck',
  'kms:calleraccount',
  'kms:keyorigin',
  'kms:keyspec',
  'kms:keyusage',
  'kms:multiregion',
]);

/** The safety check of PutKeyPolicy: the author, or anybody, must be able to change the policy again. */
export const kmsLockout = {
  code: 'KMS_LOCKOUT',
  kinds: ['key'],
  severity: 'error',
  *find(context) {
    const { statements, broken, managed, author } = context;
    if (broken || managed || statements.length === 0 || dependsOnUnknownOrganization(context)) return;
    const open = dependsOnRequest(context);
    // What a condition on the request will say of a later call cannot be known.
    if (author === null ? open || plainlySafe(context) || someoneCan(context) : authorCan(context, author))
      return;
    yield {
      range: headOfPolicy(context),
      data: { author: author ?? '' },
      ...(open && { severity: 'warning' as const }),
      fixes: denies(context) || accountMayAdminister(context) ? [] : fixByAccountStatement(context),
    };
  },
} as const satisfies Rule;

function dependsOnRequest({ statements }: CheckContext): boolean {
  return statements.some(
    ({ actions, clauses }) => actions.has('PutKeyPolicy') && clauses.some(({ key }) => !lasting.has(key)),
  );
}

/** Who is a member is not known, so that nothing can be said about who is left. */
function dependsOnUnknownOrganization({ statements, environment }: CheckContext): boolean {
  return (
    environment?.organization?.id === undefined &&
    statements.some(
      ({ actions, clauses }) =>
        actions.has('PutKeyPolicy') && clauses.some(({ key }) => key === 'aws:principalorgid'),
    )
  );
}

function denies({ statements }: CheckContext): boolean {
  return statements.some(({ allow, actions }) => !allow && actions.has('PutKeyPolicy'));
}

/** The most common policy by far, and cheap to tell: the account may, and no Deny speaks of it. */
function plainlySafe(context: CheckContext): boolean {
  const { statements, environment } = context;
  if (environment !== null || denies(context)) return false;
  return statements.some(
    ({ allow, actions, clauses, principals, statement }) =>
      allow &&
      actions.has('PutKeyPolicy') &&
      clauses.length === 0 &&
      statement.resource?.values.some(({ value }) => value === '*') &&
      !statement.resource.negated &&
      principals.some(({ value }) => value.endsWith(':root') && accountOf(value) === context.account),
  );
}

function someoneCan(context: CheckContext): boolean {
  const { account, environment, text: policy } = context;
  // Identities whose IAM policies are not known are taken to have all of KMS.
  const known = environment === null ? { identityPolicies: [allOfKms] } : {};
  const asked = { ...world(context), ...known };
  if (whoCanAdminister({ ...asked, resourcePolicy: policy }).length > 0) return true;
  const root = `arn:aws:iam::${account}:root`;
  return account !== null && lockoutSafetyCheck(asked, { principal: root, policy }).safe;
}

function authorCan(context: CheckContext, author: string): boolean {
  const { safe, decision } = lockoutSafetyCheck(withAuthor(world(context), author), {
    principal: author,
    policy: context.text,
  });
  return safe || decision.verdict === 'NotSimulated';
}

/** Without an ARN the key belongs to the account that the policy trusts. */
function world({ environment, key, account, author }: CheckContext): Environment {
  const owner = account ?? (author === null ? null : (parseCaller(author)?.account ?? null));
  const arn = key?.arn ?? (owner === null ? null : `arn:aws:kms:us-east-1:${owner}:key/to-be-checked`);
  return { ...environment, key: arn === null ? key : { ...key, arn } };
}

/** An author whose IAM policies are not known is taken to have all of KMS. */
function withAuthor(environment: Environment, author: string): Environment {
  const role = parseCaller(author)?.roleArn;
  const known =
    (environment.identityPolicies ?? []).length > 0 ||
    environment.callers?.some(({ arn }) => arn === author || arn === role);
  if (known) return environment;
  const caller = { arn: role ?? author, identityPolicies: [allOfKms] };
  return { ...environment, callers: [...(environment.callers ?? []), caller] };
}
