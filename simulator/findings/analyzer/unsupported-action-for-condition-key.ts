import { type ActionName, actionNames } from '../../catalog/actions.ts';
import { type KmsConditionKeyName, operationsOfConditionKey } from '../../catalog/condition-keys.ts';
import { knownKey } from './shared/condition-key.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { conditionsOf, needsKey } from './shared/values.ts';

export const unsupportedActionForConditionKey = defineRule({
  code: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const condition of conditionsOf(context)) {
      const name = knownKey(condition.key)?.kms ?? null;
      const { action } = condition.view.statement;
      if (name === null || !needsKey(condition) || !action || action.negated) continue;
      // KMS_CONTEXT_ON_ASYMMETRIC tells of these, and mends them.
      if (condition.view.allow && name.startsWith('kms:EncryptionContext')) continue;
      const possible = actionsWith(name);
      // Patterns cover more than is meant, so they are left out, as Access Analyzer does.
      const without = action.values.filter(({ value }) => {
        const known = actionByText.get(value.toLowerCase());
        return known !== undefined && !possible.has(known) && !isUnverified(name, known);
      });
      if (without.length === 0) continue;
      const { key } = condition.clause;
      yield {
        range: key.range,
        data: { key: key.value, actions: without.map(({ value }) => value).join(', ') },
      };
    }
  },
});

const actionByText = new Map(actionNames.map((name) => [`kms:${name}`.toLowerCase(), name]));

const known = new Map<KmsConditionKeyName, ReadonlySet<string>>();

/** The actions whose requests can have a key. */
function actionsWith(name: KmsConditionKeyName): ReadonlySet<string> {
  const actions = known.get(name) ?? new Set(operationsOfConditionKey(name).flatMap(actionsOfOperation));
  known.set(name, actions);
  return actions;
}

function actionsOfOperation(operation: string): readonly string[] {
  return operation === 'ReEncrypt' ? ['ReEncryptFrom', 'ReEncryptTo'] : [operation];
}

/** Where AWS does not say that an operation has the key, nothing is said about it. */
function isUnverified(name: string, action: ActionName): boolean {
  return name === 'kms:RequestAlias' && (action === 'Encapsulate' || action === 'Decapsulate');
}
