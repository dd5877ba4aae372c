import { readTime } from '../../match/condition/date.ts';
import { readRange } from '../../match/condition/ip.ts';
import type { Severity } from '../types.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { conditionValues } from './shared/values.ts';

type ValueKind = 'boolean' | 'date' | 'ipRange' | 'number' | 'base64';

const isOfKind: Readonly<Record<ValueKind, (value: string) => boolean>> = {
  boolean: (value) => /^(?:true|false)$/i.test(value.trim()),
  date: (value) => readTime(value) !== null,
  ipRange: (value) => readRange(value) !== null,
  number: (value) => /^-?\d+(?:\.\d+)?$/.test(value.trim()),
  base64: (value) => value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value),
};

const typeMismatch = <const Code extends string>(code: Code, kind: ValueKind, severity: Severity) =>
  defineRule({
    code,
    kinds: everyKind,
    severity,
    *find(context) {
      for (const { condition, located } of conditionValues(context)) {
        const { value, range } = located;
        if (condition.operator.row.values !== kind || value.includes('${') || isOfKind[kind](value)) continue;
        yield { range, data: { value, operator: condition.clause.operator.value } };
      }
    },
  });

export const typeMismatchOfValueRules = [
  typeMismatch('TYPE_MISMATCH_BOOLEAN', 'boolean', 'warning'),
  typeMismatch('TYPE_MISMATCH_DATE', 'date', 'warning'),
  typeMismatch('TYPE_MISMATCH_IP_RANGE', 'ipRange', 'error'),
  typeMismatch('TYPE_MISMATCH_NUMBER', 'number', 'warning'),
  typeMismatch('TYPE_MISMATCH_STRING', 'base64', 'warning'),
] as const;
