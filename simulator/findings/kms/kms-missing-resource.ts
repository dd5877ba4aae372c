import { addElement } from '../../policy/edit.ts';
import { headOf, labelOf } from '../context.ts';
import { fixByEdit } from '../fix.ts';
import type { Rule } from '../types.ts';

/** KMS takes such a policy, and the statement does nothing. Source: KMS API, PutKeyPolicy. */
export const kmsMissingResource = {
  code: 'KMS_MISSING_RESOURCE',
  kinds: ['key'],
  severity: 'error',
  *find({ text, statements }) {
    for (const { statement } of statements) {
      if (statement.resource !== undefined) continue;
      const edited = addElement(text, statement.index, 'Resource', '*');
      yield {
        range: headOf(statement),
        data: { statement: labelOf(statement), effect: statement.effect.value },
        fixes: fixByEdit('addElement', { element: 'Resource', value: '"*"' }, text, edited),
      };
    }
  },
} as const satisfies Rule;
