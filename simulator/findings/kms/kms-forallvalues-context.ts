import { addCondition, type Edited, removeCondition } from '../../policy/edit.ts';
import type { ConditionClause } from '../../policy/types.ts';
import type { StatementView } from '../context.ts';
import { fixByEdit, replacement } from '../fix.ts';
import type { Fix, Rule } from '../types.ts';

/**
 * ForAllValues is true when the key is absent, so that such a condition asks nothing of requests without
 * a context. KMS refuses it as OverlyPermissiveCondition. Source: KMS Developer Guide, condition keys.
 */
export const kmsForallvaluesContext = {
  code: 'KMS_FORALLVALUES_CONTEXT',
  kinds: ['key'],
  severity: 'error',
  *find({ text, statements }) {
    for (const view of statements) {
      for (const { key, operator, clause } of view.clauses) {
        if (operator?.set !== 'ForAllValues') continue;
        if (!key.startsWith('kms:encryptioncontext:') && !key.startsWith('aws:requesttag/')) continue;
        const plain = clause.operator.value.slice('ForAllValues:'.length);
        yield {
          range: clause.operator.range,
          data: { operator: clause.operator.value, key: clause.key.value, plain },
          fixes: fix(text, view, clause, plain),
        };
      }
    }
  },
} as const satisfies Rule;

function fix(text: string, view: StatementView, clause: ConditionClause, plain: string): readonly Fix[] {
  const data = { from: clause.operator.value, to: plain };
  const operators = view.clauses.map((one) => one.clause.operator);
  const alone = operators.filter(({ range }) => range.start === clause.operator.range.start).length === 1;
  if (alone && !operators.some(({ value }) => value === plain)) {
    return [{ code: 'rename', data, edits: [replacement(clause.operator.range, plain)] }];
  }
  const { index } = view.statement;
  let edited: Edited | null = removeCondition(text, index, clause.operator.value, clause.key.value);
  for (const { value } of clause.values) {
    edited = edited && addCondition(edited.text, index, plain, clause.key.value, value);
  }
  return fixByEdit('rename', data, text, edited);
}
