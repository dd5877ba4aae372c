import { arnsOf, hit } from './shared/arn-rule.ts';
import { defineRule } from './shared/rule.ts';
import { isOpen } from './shared/values.ts';

export const unsupportedResourceArnInPolicy = defineRule({
  code: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
  kinds: ['key'],
  severity: 'error',
  *find(context) {
    for (const arn of arnsOf(context)) {
      const { service } = arn;
      if (service !== '' && service.toLowerCase() !== 'kms' && !isOpen(service)) yield hit(arn, { service });
    }
  },
});
