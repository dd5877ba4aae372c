import { entriesOf } from './shared/principal-entries.ts';
import { defineRule } from './shared/rule.ts';
import { conditionValues } from './shared/values.ts';

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

export const invalidServicePrincipalFormat = defineRule({
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
});
