import { apiDefaultKeyPolicy } from '../../catalog/default-key-policies.ts';
import { appendStatement } from '../../policy/edit.ts';
import { accountOf, type CheckContext, headOfPolicy, type StatementView } from '../context.ts';
import { fixByEdit } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';

/** No statement lets the account manage the key: IAM policies cannot, and a lost administrator is final. */
export const kmsNoAccountStatement = {
  code: 'KMS_NO_ACCOUNT_STATEMENT',
  kinds: ['key'],
  severity: 'warning',
  *find(context) {
    const { statements, broken, managed } = context;
    if (broken || managed || statements.length === 0) return;
    if (accountMayAdminister(context)) return;
    const partial = statements.some((view) => view.allow && trustsAccount(view, context.account));
    yield {
      range: headOfPolicy(context),
      data: { partial: `${partial}` },
      fixes: fixByAccountStatement(context),
    };
  },
} as const satisfies Rule;

/** Whether a statement lets the account give somebody the right to change the policy. */
export function accountMayAdminister({ statements, account }: CheckContext): boolean {
  return statements.some(
    (view) => view.allow && view.actions.has('PutKeyPolicy') && trustsAccount(view, account),
  );
}

/** Adds the first statement of KMS's own default policy. */
export function fixByAccountStatement({ text, account, statements }: CheckContext): readonly Fix[] {
  const owner = account ?? onlyAccountIn(statements);
  const [statement] = owner === null ? [] : apiDefaultKeyPolicy(owner, partitionIn(statements)).Statement;
  if (owner === null || statement === undefined) return [];
  const edited = appendStatement(text, statement as Readonly<Record<string, string>>);
  return fixByEdit('addAccountStatement', { account: owner }, text, edited);
}

/** Whether everybody of the account can be let in through the statement. */
function trustsAccount({ principals, statement }: StatementView, account: string | null): boolean {
  if (statement.principal?.negated) return true;
  return principals.some(({ type, value }) => {
    if (type === '*') return true;
    const isAccount = type === 'AWS' && (/^\d{12}$/.test(value) || value.endsWith(':root'));
    return isAccount && (account === null || accountOf(value) === account);
  });
}

function onlyAccountIn(statements: readonly StatementView[]): string | null {
  const accounts = new Set<string>();
  for (const { principals } of statements) {
    for (const { value } of principals) {
      const account = accountOf(value);
      if (account !== null) accounts.add(account);
    }
  }
  const [only, second] = accounts;
  return second === undefined ? (only ?? null) : null;
}

function partitionIn(statements: readonly StatementView[]): string {
  for (const { principals } of statements) {
    for (const { value } of principals) {
      const partition = /^arn:(aws[\w-]*):/.exec(value)?.[1];
      if (partition !== undefined) return partition;
    }
  }
  return 'aws';
}
