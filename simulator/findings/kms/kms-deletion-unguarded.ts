import { appendStatement } from '../../policy/edit.ts';
import { actionsOfPattern, type CheckContext } from '../context.ts';
import { fixByEdit } from '../fix.ts';
import type { Rule } from '../types.ts';

const guards: ReadonlySet<string> = new Set([
  'kms:schedulekeydeletionpendingwindowindays',
  'kms:trailingdayswithoutkeyusage',
  'aws:multifactorauthpresent',
  'aws:multifactorauthage',
]);

/** The longest waiting period. */
const longest = '30';

/**
 * Deletion cannot be undone once the waiting period, seven days at the least, is over. The console's own
 * default has no guard either; it is left as AWS wrote it.
 */
export const kmsDeletionUnguarded = {
  code: 'KMS_DELETION_UNGUARDED',
  kinds: ['key'],
  severity: 'suggestion',
  *find(context) {
    const { text, statements } = context;
    if (isGuarded(context) || context.parsed.document?.id?.value.startsWith('key-consolepolicy')) return;
    for (const { allow, statement } of statements) {
      if (!allow || statement.action?.negated) continue;
      const action = statement.action?.values.find(({ value }) => namesDeletion(value));
      if (action === undefined) continue;
      const edited = appendStatement(text, {
        Sid: 'Deny short waiting periods',
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:ScheduleKeyDeletion',
        Resource: '*',
        Condition: { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': longest } },
      });
      const what = `deny waiting periods under ${longest} days`;
      yield { range: action.range, data: {}, fixes: fixByEdit('addStatement', { what }, text, edited) };
    }
  },
} as const satisfies Rule;

/** A pattern such as kms:* is about more than deletion. */
function namesDeletion(value: string): boolean {
  const covered = actionsOfPattern(value);
  return covered.length === 1 && covered[0] === 'ScheduleKeyDeletion';
}

/** Every Allow that names deletion has a guard, or a Deny has one. */
function isGuarded({ statements }: CheckContext): boolean {
  const hasGuard = ({ clauses }: CheckContext['statements'][number]) =>
    clauses.some(({ key }) => guards.has(key));
  const about = statements.filter(({ actions }) => actions.has('ScheduleKeyDeletion'));
  if (about.some((view) => !view.allow && (hasGuard(view) || view.clauses.length === 0))) return true;
  const naming = about.filter(({ statement }) =>
    statement.action?.values.some(({ value }) => namesDeletion(value)),
  );
  return naming.every(hasGuard);
}
