import { parseArn } from '../../match/arn.ts';
import { parseCaller } from '../../match/caller.ts';
import { addCondition, removeValue } from '../../policy/edit.ts';
import type { PrincipalEntry } from '../../policy/types.ts';
import type { CheckContext, StatementView } from '../context.ts';
import { fixByEdit } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';

type Reason = 'deleted' | 'group' | 'malformed' | 'organization' | 'service' | 'wildcard';

/** PutKeyPolicy refuses these: "Policy contains a statement with one or more invalid principals." */
export const kmsInvalidPrincipal = {
  code: 'KMS_INVALID_PRINCIPAL',
  kinds: ['key'],
  severity: 'error',
  *find(context) {
    for (const view of context.statements) {
      for (const entry of view.statement.principal?.values ?? []) {
        const reason = entry.type === 'AWS' ? reasonAgainst(entry.value) : null;
        if (reason === null) continue;
        yield {
          range: entry.range,
          data: { principal: entry.value, reason },
          fixes: [...narrowing(context, view, entry, reason), ...removing(context, entry)],
        };
      }
    }
  },
} as const satisfies Rule;

function reasonAgainst(value: string): Reason | null {
  if (/^A[A-Z]{3}[A-Z0-9]{12,}$/.test(value)) return 'deleted';
  if (/\.amazonaws\.com(\.cn)?$/.test(value)) return 'service';
  const arn = parseArn(value);
  if (arn?.service === 'organizations' || /^o-[a-z0-9]{10,32}$/.test(value)) return 'organization';
  if (arn?.resource.startsWith('group/')) return 'group';
  if (/[*?]/.test(value)) return 'wildcard';
  return parseCaller(value) === null ? 'malformed' : null;
}

/** A pattern belongs into a condition. Everybody of the account it names is asked for by IAM policies then. */
function narrowing(
  { text }: CheckContext,
  { principals, statement, clauses }: StatementView,
  { value, range }: PrincipalEntry,
  reason: Reason,
): readonly Fix[] {
  const arn = parseArn(value);
  const taken = clauses.some(({ key }) => key === 'aws:principalarn');
  if (reason !== 'wildcard' || principals.length !== 1 || taken || !/^\d{12}$/.test(arn?.account ?? ''))
    return [];
  const root = JSON.stringify(`arn:${arn?.partition}:iam::${arn?.account}:root`);
  const named = text.slice(0, range.start) + root + text.slice(range.end);
  const edited = addCondition(named, statement.index, 'ArnLike', 'aws:PrincipalArn', value);
  return fixByEdit('narrowPrincipal', { account: arn?.account ?? '', pattern: value }, text, edited);
}

function removing({ text }: CheckContext, { value, range }: PrincipalEntry): readonly Fix[] {
  return fixByEdit('removePrincipal', { principal: value }, text, removeValue(text, range.start));
}
