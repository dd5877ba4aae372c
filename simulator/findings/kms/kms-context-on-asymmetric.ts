import { actions as rows } from '../../catalog/actions.ts';
import { operationsOfConditionKey } from '../../catalog/condition-keys.ts';
import { keySpecs } from '../../catalog/key-specs.ts';
import type { KeySpecRow } from '../../catalog/types.ts';
import { isPositive } from '../conditions.ts';
import { actionsOfPattern, type CheckContext } from '../context.ts';
import { fixByRemovingAction } from '../fix.ts';
import { allKinds } from '../kinds.ts';
import type { Rule } from '../types.ts';

const withContext: ReadonlySet<string> = new Set(operationsOfConditionKey('kms:EncryptionContext:'));
const knowsContext = (action: keyof typeof rows) => rows[action].encryptionContext || withContext.has(action);

/** An Allow that asks for an encryption context where there is none: it never matches. */
export const kmsContextOnAsymmetric = {
  code: 'KMS_CONTEXT_ON_ASYMMETRIC',
  kinds: allKinds,
  severity: 'warning',
  *find(context) {
    const { text, statements, key } = context;
    for (const { allow, clauses, statement } of statements) {
      const clause = clauses.find(
        (one) => /^kms:encryptioncontext(:|keys$)/.test(one.key) && isPositive(one),
      );
      if (!allow || clause === undefined || statement.action === undefined || statement.action.negated)
        continue;
      if (hasNoContext(context)) {
        const data = { key: clause.clause.key.value, found: key?.keySpec ?? '' };
        yield { range: clause.clause.key.range, data };
        continue;
      }
      for (const action of statement.action.values) {
        const covered = actionsOfPattern(action.value);
        if (covered.length === 0 || covered.some(knowsContext)) continue;
        yield {
          range: action.range,
          data: { action: action.value, key: clause.clause.key.value },
          fixes: fixByRemovingAction(text, statement, action),
        };
      }
    }
  },
} as const satisfies Rule;

/** The key is known, and not a symmetric encryption key. */
function hasNoContext({ key }: CheckContext): boolean {
  const specs: Readonly<Record<string, KeySpecRow>> = keySpecs;
  const spec = key?.keySpec ?? '';
  return Object.hasOwn(specs, spec) && specs[spec]?.family !== 'symmetric';
}
