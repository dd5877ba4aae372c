import { addToList } from '../../policy/edit.ts';
import { actionsOfPattern, type StatementView } from '../context.ts';
import { fixByEdit } from '../fix.ts';
import type { Rule } from '../types.ts';

const halves = ['ReEncryptFrom', 'ReEncryptTo'] as const;

/**
 * Re-encrypting under the same key, or in both directions, takes both permissions. That both are meant
 * shows where a statement allows to encrypt and to decrypt.
 */
export const kmsReencryptHalf = {
  code: 'KMS_REENCRYPT_HALF',
  kinds: ['key', 'identity'],
  severity: 'warning',
  *find({ text, statements }) {
    for (const view of statements) {
      const { allow, actions, statement } = view;
      const [missing, second] = halves.filter((name) => !actions.has(name));
      if (!allow || missing === undefined || second !== undefined || statement.action?.negated) continue;
      if (!actions.has('Encrypt') || !actions.has('Decrypt')) continue;
      if (statements.some((other) => givesToAllOf(other, view, missing))) continue;
      const present = statement.action?.values.find(({ value }) =>
        actionsOfPattern(value).some((name) => name.startsWith('ReEncrypt')),
      );
      if (present === undefined) continue;
      const action = `kms:${missing}`;
      yield {
        range: present.range,
        data: { present: present.value, missing: action },
        fixes: fixByEdit('addAction', { action }, text, addToList(text, statement.index, 'Action', action)),
      };
    }
  },
} as const satisfies Rule;

/** Whether another statement allows the other half to everybody that this one speaks of. */
function givesToAllOf(
  other: StatementView,
  { principals }: StatementView,
  action: (typeof halves)[number],
): boolean {
  if (!other.allow || !other.actions.has(action)) return false;
  const named = new Set(other.principals.map(({ value }) => value));
  return principals.every(({ value }) => named.has(value));
}
