/* Whether principals are written as AWS takes them, and whether service principals are bounded. */
import type { PrincipalEntry } from '../../policy/types.ts';
import type { CheckContext, StatementView } from '../context.ts';
import { defineRule, kindsWithPrincipal } from './rule.ts';
import { conditionValues, isTrust } from './values.ts';

/** Every entry of Principal and NotPrincipal. */
function* entriesOf({ statements }: CheckContext): Generator<PrincipalEntry> {
  for (const { statement } of statements) yield* statement.principal?.values ?? [];
}

const sourceKeys: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]);

/** Keys of the caller's identity that a service principal does not have. */
const identityKeys = /^aws:(?:principalorgid|principalorgpaths|principaltag\/.+|username)$/;

/** Keys whose values are service principals. */
const serviceKeys: ReadonlySet<string> = new Set([
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'kms:granteeserviceprincipal',
  'kms:retiringserviceprincipal',
]);

const servicePrincipal =
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|aws\.internal|aws\.com)$/;

function isBoundToSource({ clauses }: StatementView): boolean {
  return clauses.some(({ key }) => sourceKeys.has(key));
}

function servicesOf({ principals }: StatementView): readonly PrincipalEntry[] {
  return principals.filter(({ type }) => type === 'Service');
}

export const principalRules = [
  defineRule({
    code: 'ALLOW_WITH_NOT_PRINCIPAL',
    kinds: ['key', 'endpoint', 'resource'],
    severity: 'security-warning',
    *find({ statements }) {
      for (const { allow, statement } of statements) {
        if (allow && statement.principal?.negated) yield { range: statement.principal.range };
      }
    },
  }),
  defineRule({
    code: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    kinds: kindsWithPrincipal,
    severity: 'error',
    *find(context) {
      for (const { type, value, range } of entriesOf(context)) {
        if (type !== '*' && /[*?]/.test(value)) yield { range, data: { type, value } };
      }
    },
  }),
  defineRule({
    code: 'INVALID_ROLE_REFERENCE',
    kinds: kindsWithPrincipal,
    severity: 'warning',
    *find(context) {
      for (const { type, value, range } of entriesOf(context)) {
        if (type === 'AWS' && /^AROA[A-Z0-9]+$/.test(value)) yield { range, data: { id: value } };
      }
    },
  }),
  defineRule({
    code: 'INVALID_USER_REFERENCE',
    kinds: kindsWithPrincipal,
    severity: 'warning',
    *find(context) {
      for (const { type, value, range } of entriesOf(context)) {
        if (type === 'AWS' && /^AIDA[A-Z0-9]+$/.test(value)) yield { range, data: { id: value } };
      }
    },
  }),
  defineRule({
    code: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
    kinds: ['key'],
    severity: 'error',
    *find(context) {
      for (const { type, value, range } of entriesOf(context)) {
        if (type === 'Federated') yield { range, data: { value } };
      }
    },
  }),
  defineRule({
    code: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
    kinds: ['key', 'identity', 'scp', 'rcp', 'boundary', 'session', 'endpoint', 'resource'],
    severity: 'error',
    *find(context) {
      for (const { type, value, range } of entriesOf(context)) {
        if (type === 'Service' && !/[*?$]/.test(value) && !servicePrincipal.test(value))
          yield { range, data: { value } };
      }
      for (const { condition, located } of conditionValues(context)) {
        const { value, range } = located;
        if (!serviceKeys.has(condition.key) || condition.operator.row.type !== 'String') continue;
        if (!/[*?$]/.test(value) && !servicePrincipal.test(value)) yield { range, data: { value } };
      }
    },
  }),
  defineRule({
    code: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    // A key policy has KMS_SERVICE_WITHOUT_SOURCE for this.
    kinds: ['resource'],
    severity: 'security-warning',
    *find({ statements }) {
      for (const view of statements) {
        if (!view.allow || isBoundToSource(view) || isTrust(view)) continue;
        for (const { value, range } of servicesOf(view)) yield { range, data: { value } };
      }
    },
  }),
  defineRule({
    code: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
    kinds: ['key', 'resource'],
    severity: 'suggestion',
    *find({ statements }) {
      for (const view of statements) {
        if (!view.allow || isBoundToSource(view)) continue;
        const [service] = servicesOf(view);
        const referer = view.clauses.find(({ key }) => key === 'aws:referer');
        if (service && referer) {
          const { range, value } = referer.clause.key;
          yield { range, data: { key: value, service: service.value } };
        }
      }
    },
  }),
  defineRule({
    code: 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
    kinds: ['key', 'resource'],
    severity: 'error',
    *find({ statements }) {
      for (const view of statements) {
        const services = servicesOf(view);
        if (!view.allow || services.length === 0 || services.length < view.principals.length) continue;
        for (const { key, operator, clause } of view.clauses) {
          if (operator === null || operator.ifExists || operator.row.negated || operator.name === 'Null')
            continue;
          if (operator.set === 'ForAllValues' || !identityKeys.test(key)) continue;
          yield {
            range: clause.key.range,
            data: { key: clause.key.value, service: services[0]?.value ?? '' },
          };
        }
      }
    },
  }),
] as const;
