/* Whether a condition's values are such as its operator, or its key, can match. */
import { regions } from '../../catalog/regions.ts';
import { readTime } from '../../match/condition/date.ts';
import { readRange } from '../../match/condition/ip.ts';
import type { OperatorName } from '../../policy/operators.ts';
import { fixByReplacing } from '../fix.ts';
import type { Severity } from '../types.ts';
import { defineRule, everyKind } from './rule.ts';
import { similarName } from './similar.ts';
import { memberOf, statementNodes } from './tree.ts';
import { conditionsOf, conditionValues, isOpen } from './values.ts';

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

/** Keys whose value is a Region. */
const regionKeys: ReadonlySet<string> = new Set([
  'aws:requestedregion',
  'kms:primaryregion',
  'kms:replicaregion',
]);

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

export const conditionValueRules = [
  typeMismatch('TYPE_MISMATCH_BOOLEAN', 'boolean', 'warning'),
  typeMismatch('TYPE_MISMATCH_DATE', 'date', 'warning'),
  typeMismatch('TYPE_MISMATCH_IP_RANGE', 'ipRange', 'error'),
  typeMismatch('TYPE_MISMATCH_NUMBER', 'number', 'warning'),
  typeMismatch('TYPE_MISMATCH_STRING', 'base64', 'warning'),
  formatRule('INVALID_VPC_FORMAT', 'aws:sourcevpc', /^vpc-(?:[a-z0-9]{8}|[a-z0-9]{17})$/i),
  formatRule('INVALID_VPCE_FORMAT', 'aws:sourcevpce', /^vpce-(?:[a-z0-9]{8}|[a-z0-9]{17})$/i),
  defineRule({
    code: 'INVALID_KMS_KEY_VALUE',
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const { condition, located } of conditionValues(context)) {
        const { value, range } = located;
        if (condition.key !== 's3:x-amz-server-side-encryption-aws-kms-key-id') continue;
        if (condition.operator.row.values === 'boolean' || isOpen(value)) continue;
        if (!/^arn:[^:]+:kms:[^:]+:\d{12}:key\/.+$/.test(value))
          yield { range, data: { value, key: condition.clause.key.value } };
      }
    },
  }),
  defineRule({
    code: 'INVALID_REGION',
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const { condition, located } of conditionValues(context)) {
        const { value, range } = located;
        if (!regionKeys.has(condition.key) || condition.operator.row.type !== 'String') continue;
        if (isOpen(value) || regions.has(value) || value === 'aws-global') continue;
        const meant = similarName(value, regions);
        yield { range, data: { region: value }, fixes: meant === null ? [] : fixByReplacing(located, meant) };
      }
    },
  }),
  defineRule({
    code: 'INVALID_DATE_VALUE',
    kinds: everyKind,
    severity: 'warning',
    *find(context) {
      for (const { condition, located } of conditionValues(context)) {
        const { value, range } = located;
        if (condition.operator.row.type !== 'Date' || !/^\d{5,}(?:\.\d+)?$/.test(value.trim())) continue;
        const time = readTime(value);
        const date = new Date(time ?? Number.NaN);
        const instead = Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z');
        yield {
          range,
          data: { value },
          fixes: instead === null ? [] : fixByReplacing(located, instead),
        };
      }
    },
  }),
  defineRule({
    code: 'INVALID_CONDITION_MULTIPLE_BOOLEAN',
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const { clause, operator } of conditionsOf(context)) {
        if (operator.row.values === 'boolean' && clause.values.length > 1)
          yield { range: clause.range, data: { key: clause.key.value } };
      }
    },
  }),
  defineRule({
    code: 'INVALID_CONDITION_DATA_TYPE',
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const statement of statementNodes(context)) {
        const condition = memberOf(statement, 'Condition')?.value;
        const blocks = condition?.type === 'object' ? condition.members : [];
        for (const { name, value } of blocks.flatMap((block) =>
          block.value?.type === 'object' ? block.value.members : [],
        )) {
          if (value?.type !== 'array') continue;
          const types = new Set(value.items.map(({ type }) => type));
          if (types.size > 1)
            yield { range: { start: value.start, end: value.end }, data: { key: name.value } };
        }
      }
    },
  }),
  defineRule({
    code: 'REDUNDANT_CONDITION_VALUE_NUM',
    kinds: everyKind,
    severity: 'suggestion',
    *find(context) {
      for (const { clause, operator, values } of conditionsOf(context)) {
        const best = widest[operator.name];
        const numbers = values.map(Number);
        if (best === undefined || values.length < 2 || numbers.some(Number.isNaN)) continue;
        const keep = clause.values[numbers.indexOf(best(...numbers))];
        const last = clause.values.at(-1);
        const first = clause.values[0];
        if (!keep || !first || !last) continue;
        const list = context.text.slice(clause.key.range.end, clause.range.end);
        const start = clause.key.range.end + list.indexOf('[');
        const text = context.text.slice(keep.range.start, keep.range.end);
        yield {
          range: { start: first.range.start, end: last.range.end },
          data: { key: clause.key.value, keep: keep.value, operator: clause.operator.value },
          fixes: [
            {
              code: 'replace',
              data: { from: values.join(', '), to: keep.value },
              edits: [{ range: { start, end: clause.range.end }, text }],
            },
          ],
        };
      }
    },
  }),
] as const;

/** Of several bounds only the widest counts. */
const widest: Partial<Record<OperatorName, (...numbers: number[]) => number>> = {
  NumericLessThan: Math.max,
  NumericLessThanEquals: Math.max,
  NumericGreaterThan: Math.min,
  NumericGreaterThanEquals: Math.min,
};
