import { actions as rows } from '../../catalog/actions.ts';
import { parseArn } from '../../match/arn.ts';
import { markWildcards, matchesPattern } from '../../match/wildcard.ts';
import { setMember } from '../../policy/edit.ts';
import type { StatementView } from '../context.ts';
import { fixByEdit } from '../fix.ts';
import type { Hit, Rule } from '../types.ts';

type Reason = 'alias' | 'notAKey' | 'notAnArn' | 'otherKey';

/**
 * In a key policy, Resource is held against the ARN of the key that the policy is attached to. Where none
 * of the values fits it the statement does nothing. An alias is no key in IAM policies either.
 */
export const kmsResourceNotThisKey = {
  code: 'KMS_RESOURCE_NOT_THIS_KEY',
  kinds: ['key', 'identity', 'boundary', 'session'],
  severity: 'error',
  *find({ text, statements, key, kind }) {
    if (kind !== 'key') {
      yield* aliasesOnly(statements);
      return;
    }
    for (const { statement } of statements) {
      const { resource, index } = statement;
      if (resource === undefined || resource.negated) continue;
      const reasons = resource.values.map(({ value }) => reasonAgainst(value, key?.arn ?? null));
      if (reasons.includes(null)) continue;
      const edited = setMember(text, index, 'Resource', '*');
      const fixes = fixByEdit('replace', { from: 'Resource', to: '"*"' }, text, edited);
      for (const [at, { value, range }] of resource.values.entries()) {
        yield { range, data: { resource: value, reason: reasons[at] ?? '' }, fixes: at === 0 ? fixes : [] };
      }
    }
  },
} as const satisfies Rule;

/** In an IAM policy: aliases alone, for actions that are asked on keys. */
function* aliasesOnly(statements: readonly StatementView[]): Generator<Hit> {
  for (const { statement, actions } of statements) {
    const { resource } = statement;
    if (resource === undefined || resource.negated || actions.size === 0) continue;
    if ([...actions].some((name) => rows[name].resource !== 'key')) continue;
    if (!resource.values.every(({ value }) => isAlias(value))) continue;
    for (const { value, range } of resource.values)
      yield { range, data: { resource: value, reason: 'iamAlias' } };
  }
}

function isAlias(value: string): boolean {
  const arn = parseArn(value);
  return arn?.service === 'kms' && arn.resource.startsWith('alias/');
}

/** Why a value cannot be this key; null: it can, or that is not known. */
function reasonAgainst(value: string, keyArn: string | null): Reason | null {
  if (value.includes('${')) return null;
  const marked = markWildcards(value);
  if (keyArn !== null && matchesPattern(marked, keyArn)) return null;
  const arn = parseArn(value);
  if (arn === null) return /[*?]/.test(value) && keyArn === null ? null : 'notAnArn';
  if (!/[*?]/.test(arn.service) && arn.service !== 'kms') return 'notAKey';
  if (arn.resource.startsWith('alias/')) return 'alias';
  if (!/^(key\/|[*?]|k[*?]|ke[*?]|key[*?])/.test(arn.resource)) return 'notAKey';
  return keyArn === null ? null : 'otherKey';
}
