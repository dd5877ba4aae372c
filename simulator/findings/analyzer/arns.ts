/* Whether the ARNs of Resource and NotResource are ARNs, and, for KMS, of something that exists. */
import { partitions, regions } from '../../catalog/regions.ts';
import { splitArn } from '../../match/arn.ts';
import type { Located } from '../../policy/types.ts';
import type { CheckContext } from '../context.ts';
import { fixByReplacing } from '../fix.ts';
import type { Fix, Hit } from '../types.ts';
import { defineRule, everyKind } from './rule.ts';
import { similarName } from './similar.ts';
import { isOpen, resourcesOf } from './values.ts';

interface ArnParts {
  readonly located: Located<string>;
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

type Part = Exclude<keyof ArnParts, 'located'>;

const positions: Readonly<Record<Part, number>> = {
  partition: 1,
  service: 2,
  region: 3,
  account: 4,
  resource: 5,
};

/** ARNs of six parts. A variable can hold colons, so that an ARN is only split up to its first one. */
function* arnsOf(context: CheckContext): Generator<ArnParts> {
  for (const located of resourcesOf(context)) {
    const parts = located.value.startsWith('arn:') ? splitArn(located.value) : null;
    if (parts === null || parts.slice(0, 5).some((part) => part.includes('${'))) continue;
    const [, partition = '', service = '', region = '', account = '', resource = ''] = parts;
    yield { located, partition, service, region, account, resource };
  }
}

function withPart({ located }: ArnParts, part: Part, by: string): readonly Fix[] {
  const parts = [...(splitArn(located.value) ?? [])];
  parts[positions[part]] = by;
  return fixByReplacing(located, parts.join(':'));
}

const hit = (arn: ArnParts, data: Hit['data'] = {}, fixes: readonly Fix[] = []): Hit => ({
  range: arn.located.range,
  data: { arn: arn.located.value, ...data },
  fixes,
});

/** Names that stand in place of a Region in ARNs of global things. */
const regionLike: ReadonlySet<string> = new Set(['aws', 'global', 'aws-global']);

const arnRule = <const Code extends string>(code: Code, look: (arn: ArnParts) => Hit | null) =>
  defineRule({
    code,
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const arn of arnsOf(context)) {
        const found = look(arn);
        if (found !== null) yield found;
      }
    },
  });

export const arnRules = [
  defineRule({
    code: 'INVALID_ARN_PREFIX',
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const located of resourcesOf(context)) {
        const { value, range } = located;
        if (value.startsWith('arn:') || value === '' || isOpen(value.slice(0, 4))) continue;
        const fixes = /^arn:/i.test(value) ? fixByReplacing(located, `arn${value.slice(3)}`) : [];
        yield { range, data: { arn: value }, fixes };
      }
    },
  }),
  defineRule({
    code: 'MISSING_ARN_FIELD',
    kinds: everyKind,
    severity: 'error',
    *find(context) {
      for (const { value, range } of resourcesOf(context)) {
        // What a wildcard or a variable at the end stands for may hold the colons that are missing.
        if (!value.startsWith('arn:') || splitArn(value) !== null || isOpen(value)) continue;
        yield { range, data: { arn: value } };
      }
    },
  }),
  arnRule('INVALID_PARTITION', (arn) => {
    const { partition } = arn;
    if (partitions.has(partition) || isOpen(partition)) return null;
    const meant = similarName(partition, partitions);
    const known = [...partitions].join(', ');
    return hit(arn, { partition, known }, meant === null ? [] : withPart(arn, 'partition', meant));
  }),
  arnRule('INVALID_ARN_SERVICE_CASE', (arn) => {
    const lower = arn.service.toLowerCase();
    if (arn.service === lower) return null;
    return hit(arn, { service: arn.service }, withPart(arn, 'service', lower));
  }),
  arnRule('MISSING_ARN_REGION', (arn) => (arn.service === 'kms' && arn.region === '' ? hit(arn) : null)),
  arnRule('INVALID_ARN_REGION', (arn) => {
    const { region } = arn;
    if (region === '' || regions.has(region) || regionLike.has(region) || isOpen(region)) return null;
    const meant = similarName(region, regions);
    return hit(arn, { region }, meant === null ? [] : withPart(arn, 'region', meant));
  }),
  arnRule('MISSING_ARN_ACCOUNT', (arn) => (arn.service === 'kms' && arn.account === '' ? hit(arn) : null)),
  arnRule('INVALID_ARN_ACCOUNT', (arn) => {
    const { service, account } = arn;
    if (account === '' || isOpen(account) || /^\d{12}$/.test(account)) return null;
    // ARNs of other services may have words there, such as `aws` in that of a managed policy.
    return service === 'kms' || /^[\d-]+$/.test(account)
      ? hit(arn, { account }, withPart12(arn, account))
      : null;
  }),
  arnRule('INVALID_ARN_RESOURCE', (arn) => {
    const { service, resource } = arn;
    if (service !== 'kms') return null;
    const literal = resource.split(/[*?]|\$\{/)[0] ?? '';
    const possible = ['key/', 'alias/'].some((start) =>
      literal === resource || literal.length >= start.length
        ? literal.startsWith(start) && resource.length > start.length
        : start.startsWith(literal),
    );
    if (possible) return null;
    const isKeyId = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(resource);
    return hit(arn, { resource }, isKeyId ? withPart(arn, 'resource', `key/${resource}`) : []);
  }),
  defineRule({
    code: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
    kinds: ['key'],
    severity: 'error',
    *find(context) {
      for (const arn of arnsOf(context)) {
        const { service } = arn;
        if (service !== '' && service.toLowerCase() !== 'kms' && !isOpen(service))
          yield hit(arn, { service });
      }
    },
  }),
] as const;

/** Account ids are often written in groups of four. */
function withPart12(arn: ArnParts, account: string): readonly Fix[] {
  const digits = account.replaceAll('-', '');
  return /^\d{12}$/.test(digits) ? withPart(arn, 'account', digits) : [];
}
