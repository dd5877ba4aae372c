import { isBoundToSource, servicesOf } from './shared/principal-entries.ts';
import { defineRule } from './shared/rule.ts';
import { isTrust } from './shared/values.ts';

export const restrictAccessToServicePrincipal = defineRule({
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
});
