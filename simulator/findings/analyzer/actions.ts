/* Whether actions exist, and whether each is needed. */
import { actionNames } from '../../catalog/actions.ts';
import { servicePrefixes } from '../../catalog/service-prefixes.ts';
import type { Located } from '../../policy/types.ts';
import { actionsOfPattern } from '../context.ts';
import { fixByReplacing } from '../fix.ts';
import type { Fix } from '../types.ts';
import { coveredValues } from './covering.ts';
import { defineRule, everyKind } from './rule.ts';
import { similarName } from './similar.ts';
import { fixByRemoving } from './tree.ts';
import { actionsOf, isOpen, resourcesOf } from './values.ts';

/** `service` and `name` of an action; null when it is not of that form. */
function partsOf(action: string): { readonly service: string; readonly name: string } | null {
  const colon = action.indexOf(':');
  return colon < 1 ? null : { service: action.slice(0, colon).toLowerCase(), name: action.slice(colon + 1) };
}

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

function fixAction(located: Located<string>, meant: string | null): readonly Fix[] {
  return meant === null ? [] : fixByReplacing(located, meant);
}

export const actionRules = [
  defineRule({
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
  }),
  defineRule({
    code: 'INVALID_SERVICE_IN_ACTION',
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const located of actionsOf(context)) {
        const parts = partsOf(located.value);
        if (parts === null || isOpen(parts.service) || servicePrefixes.has(parts.service)) continue;
        const { service, name } = parts;
        // Many prefixes differ by a letter; the one that has this action is the one that was meant.
        const kms = actionsOfPattern(`kms:${name}`).length > 0 && similarName(service, ['kms']) !== null;
        const meant = kms ? 'kms' : similarName(service, servicePrefixes);
        yield {
          range: located.range,
          data: { service, ...(meant !== null && { meant }) },
          fixes: fixAction(located, meant === null ? null : `${meant}:${name}`),
        };
      }
    },
  }),
  defineRule({
    code: 'UNSUPPORTED_ACTION_IN_POLICY',
    kinds: ['key'],
    severity: 'error',
    *find(context) {
      for (const { value, range } of actionsOf(context)) {
        const service = partsOf(value)?.service ?? 'kms';
        if (service === 'kms' || !servicePrefixes.has(service)) continue;
        yield {
          range,
          data: { action: value },
          fixes: fixByRemoving(context, range, 'removeAction', { action: value }),
        };
      }
    },
  }),
  defineRule({
    code: 'WILDCARD_IN_SERVICE_NAME',
    kinds: everyKind,
    severity: 'suggestion',
    *find(context) {
      for (const { value, range } of actionsOf(context)) {
        const service = partsOf(value)?.service ?? '';
        if (/[*?]/.test(service)) yield { range, data: { value } };
      }
      for (const { value, range } of resourcesOf(context)) {
        const service = value.startsWith('arn:') ? (value.split(':')[2] ?? '') : '';
        // `arn:aws:*` is everything of a partition: nobody takes it for a service.
        if (/[*?]/.test(service) && service !== '*') yield { range, data: { value } };
      }
    },
  }),
  defineRule({
    code: 'REDUNDANT_ACTION',
    kinds: everyKind,
    severity: 'suggestion',
    *find(context) {
      for (const { statement } of context.statements) {
        for (const { located, by } of coveredValues(statement.action?.values ?? [], lowerCase)) {
          const { value: action, range } = located;
          yield {
            range,
            data: { action, by },
            fixes: fixByRemoving(context, range, 'removeAction', { action }),
          };
        }
      }
    },
  }),
  defineRule({
    code: 'REDUNDANT_RESOURCE',
    kinds: everyKind,
    severity: 'suggestion',
    *find(context) {
      for (const { statement } of context.statements) {
        for (const { located, by } of coveredValues(statement.resource?.values ?? [], String)) {
          const { value, range } = located;
          yield {
            range,
            data: { value, by },
            fixes: fixByRemoving(context, range, 'removeValue', { value }),
          };
        }
      }
    },
  }),
] as const;

function lowerCase(value: string): string {
  return value.toLowerCase();
}
