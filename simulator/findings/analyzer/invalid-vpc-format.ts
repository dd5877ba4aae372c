import { defineRule, everyKind } from './shared/rule.ts';
import { conditionValues, isOpen } from './shared/values.ts';

const formatRule = <const Code extends string>(code: Code, key: string, format: RegExp) =>
  defineRule({
    code,
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const { condition, located } of conditionValues(context)) {
        const { value, range } = located;
        if (condition.key !== key || condition.operator.row.type !== 'String') continue;
        if (!isOpen(value) && !format.test(value)) yield { range, data: { value } };
      }
    },
  });

export const invalidVpcFormatRules = [
  formatRule('INVALID_VPC_FORMAT', 'aws:sourcevpc', /^vpc-(?:[a-z0-9]{8}|[a-z0-9]{17})$/i),
  formatRule('INVALID_VPCE_FORMAT', 'aws:sourcevpce', /^vpce-(?:[a-z0-9]{8}|[a-z0-9]{17})$/i),
] as const;
