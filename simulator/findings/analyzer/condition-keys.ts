/* Whether condition keys exist, and whether they can be known where they are used. */
import { type ActionName, actionNames, actions } from '../../catalog/actions.ts';
import { operationsOfConditionKey } from '../../catalog/condition-keys.ts';
import { servicePrefixes } from '../../catalog/service-prefixes.ts';
import type { ConditionClause } from '../../policy/types.ts';
import { fixByReplacing } from '../fix.ts';
import type { Fix } from '../types.ts';
import { keyNames, knownKey } from './condition-key.ts';
import { defineRule, everyKind } from './rule.ts';
import { similarName } from './similar.ts';
import { conditionsOf, needsKey } from './values.ts';

/** Prefixes of keys that identity providers, not services, bring. */
const providerPrefixes: ReadonlySet<string> = new Set(['saml', 'aws']);

const tagKeys: ReadonlySet<string> = new Set(['aws:resourcetag', 'aws:requesttag', 'aws:principaltag']);

function isMissingTagKey(key: string): boolean {
  return tagKeys.has(key.toLowerCase().replace(/\/$/, ''));
}

function fixKey({ key }: ConditionClause, candidates: readonly string[]): readonly Fix[] {
  const meant = similarName(key.value, candidates);
  return meant === null ? [] : fixByReplacing(key, meant);
}

export const conditionKeyRules = [
  defineRule({
    code: 'INVALID_CONDITION_KEY_FORMAT',
    kinds: everyKind,
    severity: 'error',
    *find({ statements }) {
      for (const { clause } of statements.flatMap(({ clauses }) => clauses)) {
        const { value, range } = clause.key;
        if (!/^[^\s:]+:\S/.test(value)) yield { range, data: { key: value } };
      }
    },
  }),
  defineRule({
    code: 'INVALID_GLOBAL_CONDITION_KEY',
    kinds: everyKind,
    severity: 'error',
    *find({ statements }) {
      for (const { clause, key } of statements.flatMap(({ clauses }) => clauses)) {
        if (!key.startsWith('aws:') || key === 'aws:' || key === 'aws:arn') continue;
        if (knownKey(key) !== null || isMissingTagKey(key)) continue;
        const { value, range } = clause.key;
        yield { range, data: { key: value }, fixes: fixKey(clause, keyNames('aws:')) };
      }
    },
  }),
  defineRule({
    code: 'DEPRECATED_GLOBAL_CONDITION_KEY',
    kinds: everyKind,
    severity: 'warning',
    *find({ statements }) {
      for (const { clause, key } of statements.flatMap(({ clauses }) => clauses)) {
        if (key === 'aws:arn')
          yield { range: clause.key.range, fixes: fixByReplacing(clause.key, 'aws:PrincipalArn') };
      }
    },
  }),
  defineRule({
    code: 'INVALID_SERVICE_CONDITION_KEY',
    kinds: everyKind,
    severity: 'error',
    *find({ statements }) {
      for (const { clause, key } of statements.flatMap(({ clauses }) => clauses)) {
        if (!key.startsWith('kms:') || key === 'kms:' || knownKey(key) !== null) continue;
        const { value, range } = clause.key;
        yield { range, data: { key: value, service: 'kms' }, fixes: fixKey(clause, keyNames('kms:')) };
      }
    },
  }),
  defineRule({
    code: 'INVALID_SERVICE',
    kinds: everyKind,
    severity: 'error',
    *find({ statements }) {
      for (const { clause, key } of statements.flatMap(({ clauses }) => clauses)) {
        const colon = key.indexOf(':');
        const prefix = key.slice(0, colon);
        if (colon < 1 || prefix.includes('.') || providerPrefixes.has(prefix)) continue;
        if (servicePrefixes.has(prefix)) continue;
        yield { range: clause.key.range, data: { service: prefix } };
      }
    },
  }),
  defineRule({
    code: 'MISSING_TAG_KEY_IN_CONDITION',
    kinds: everyKind,
    severity: 'error',
    *find({ statements }) {
      for (const { clause } of statements.flatMap(({ clauses }) => clauses)) {
        const { value, range } = clause.key;
        if (isMissingTagKey(value)) yield { range, data: { key: value.replace(/\/$/, '') } };
      }
    },
  }),
  defineRule({
    code: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const condition of conditionsOf(context)) {
        const name = knownKey(condition.key)?.kms ?? null;
        const { action } = condition.view.statement;
        if (name === null || !needsKey(condition) || !action || action.negated) continue;
        const possible = new Set(operationsOfConditionKey(name).flatMap(actionsOfOperation));
        // Patterns cover more than is meant, so they are left out, as Access Analyzer does.
        const without = action.values.filter(({ value }) => {
          const known = actionNames.find((each) => `kms:${each}`.toLowerCase() === value.toLowerCase());
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
  }),
  defineRule({
    code: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    kinds: everyKind,
    severity: 'security-warning',
    *find(context) {
      for (const condition of conditionsOf(context)) {
        const { view, key, clause } = condition;
        if (view.allow || !key.startsWith('aws:resourcetag/') || !needsKey(condition)) continue;
        const { action } = view.statement;
        if (!action || action.negated) continue;
        const untagged = action.values.filter(({ value }) =>
          actionNames.some(
            (name) =>
              actions[name].resource === 'account' && `kms:${name}`.toLowerCase() === value.toLowerCase(),
          ),
        );
        if (untagged.length === 0) continue;
        yield {
          range: clause.key.range,
          data: { key: clause.key.value, actions: untagged.map(({ value }) => value).join(', ') },
        };
      }
    },
  }),
  defineRule({
    code: 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    kinds: everyKind,
    severity: 'security-warning',
    *find(context) {
      for (const condition of conditionsOf(context)) {
        const { view, key, clause } = condition;
        if (view.allow || !key.startsWith('aws:resourcetag/') || !needsKey(condition)) continue;
        if (view.statement.action?.negated)
          yield { range: clause.key.range, data: { key: clause.key.value } };
      }
    },
  }),
  defineRule({
    code: 'USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES',
    kinds: ['identity', 'scp', 'boundary', 'session', 'endpoint'],
    severity: 'warning',
    *find({ statements }) {
      for (const { clauses, statement } of statements) {
        const { action } = statement;
        if (!action || !(action.negated || action.values.some(({ value }) => value === '*'))) continue;
        for (const { key, clause } of clauses) {
          if (/^aws:vpce(?:account|orgid|orgpaths)$/.test(key))
            yield { range: clause.key.range, data: { key: clause.key.value } };
        }
      }
    },
  }),
  defineRule({
    code: 'IRRELEVANT_CONDITION_KEY_IN_POLICY',
    kinds: ['resource'],
    severity: 'suggestion',
    *find({ statements }) {
      for (const { clause, key } of statements.flatMap(({ clauses }) => clauses)) {
        if (key === 's3:resourceaccount') yield { range: clause.key.range, data: { key: clause.key.value } };
      }
    },
  }),
  defineRule({
    code: 'UNTRUSTWORTHY_CONDITION_KEY',
    kinds: everyKind,
    severity: 'security-warning',
    *find({ statements }) {
      for (const { clause, key } of statements.flatMap(({ clauses }) => clauses)) {
        if (key === 'aws:useragent' || key === 'aws:referer')
          yield { range: clause.key.range, data: { key: clause.key.value } };
      }
    },
  }),
  defineRule({
    code: 'MISSING_PAIRED_CONDITION_KEYS',
    kinds: everyKind,
    severity: 'security-warning',
    *find({ statements }) {
      for (const { clauses } of statements) {
        for (const { key, clause } of clauses) {
          const pair = pairs.find(({ alone }) => alone === key);
          if (!pair || clauses.some((other) => pair.with.includes(other.key))) continue;
          yield { range: clause.key.range, data: { key: clause.key.value, pair: pair.name } };
        }
      }
    },
  }),
] as const;

/** A private address says nothing without the network it is in. */
const pairs = [
  {
    alone: 'aws:vpcsourceip',
    with: ['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn'],
    name: 'aws:SourceVpc',
  },
  {
    alone: 'aws:ec2instancesourceprivateipv4',
    with: ['aws:ec2instancesourcevpc'],
    name: 'aws:Ec2InstanceSourceVpc',
  },
];

function actionsOfOperation(operation: string): readonly string[] {
  return operation === 'ReEncrypt' ? ['ReEncryptFrom', 'ReEncryptTo'] : [operation];
}

/** Where AWS does not say that an operation has the key, nothing is said about it. */
function isUnverified(name: string, action: ActionName): boolean {
  return name === 'kms:RequestAlias' && (action === 'Encapsulate' || action === 'Decapsulate');
}
