import { actionNames } from '../../catalog/actions.ts';
import { actionsOfPattern } from '../context.ts';
import { fixAction, partsOf } from './shared/action-parts.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { similarName } from './shared/similar.ts';
import { actionsOf, isOpen } from './shared/values.ts';

export const invalidAction = defineRule({
  code: 'INVALID_ACTION',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const located of actionsOf(context)) {
      const { value, range } = located;
      if (value === '*' || value.includes('${')) continue;
      const parts = partsOf(value);
      if (parts === null) {
        if (!/^[*?]+$/.test(value)) {
          yield { range, data: { action: value }, fixes: fixAction(located, meantAction(value)) };
        }
        continue;
      }
      if (parts.service !== 'kms' || actionsOfPattern(value).length > 0) continue;
      const meant = meantAction(parts.name);
      yield {
        range,
        data: { action: value, ...(meant !== null && { meant }) },
        fixes: fixAction(located, meant),
      };
    }
  },
});

/** The KMS action that was probably meant by a name that is none. */
function meantAction(name: string): string | null {
  // One operation, two permissions.
  if (name.toLowerCase() === 'reencrypt') return 'kms:ReEncrypt*';
  const meant = isOpen(name)
    ? null
    : (actionNames.find((action) => action.toLowerCase() === name.toLowerCase()) ??
      similarName(name, actionNames));
  return meant === null ? null : `kms:${meant}`;
}
