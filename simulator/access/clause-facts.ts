/*
 * Values that meet a condition, and values that miss it. A guess that turns out wrong does no harm:
 * whoever uses it lets the authorizer decide.
 */
import { markWildcards, matchesPattern } from '../match/wildcard.ts';
import { type ParsedOperator, parseOperator } from '../policy/operators.ts';
import type { ConditionClause } from '../policy/types.ts';

/** Each entry is one way to go: a single value, or null for leaving the key out. */
export type Choices = readonly (string | null)[];

/** Ways to meet a clause. Empty: none is known, as where the value is a policy variable. */
export function choicesToMeet(clause: ConditionClause): Choices {
  return choices(clause, true);
}

/** Ways to miss a clause. */
export function choicesToMiss(clause: ConditionClause): Choices {
  return choices(clause, false);
}

function choices({ operator: written, key, values }: ConditionClause, meet: boolean): Choices {
  const operator = parseOperator(written.value);
  const plain = values.map(({ value }) => value).filter((value) => !value.includes('${'));
  if (operator === null) return [];
  if (operator.row.type === 'Null') {
    const absent = plain.some((value) => value.toLowerCase() === 'true');
    return absent === meet ? [null] : [exampleFor(key.value)];
  }
  const { negated } = operator.row;
  if (negated !== meet) return plain.map((value) => inside(value, operator));
  const away = outside(plain, operator, key.value);
  const absentMisses = !operator.ifExists && operator.set !== 'ForAllValues';
  const absent = negated ? [null] : absentMisses ? [null] : [];
  return away === null ? absent : [away, ...absent];
}

/** A value that a positive operator with this value accepts. */
function inside(value: string, { row }: ParsedOperator): string {
  switch (row.type) {
    case 'Numeric': {
      const step = row.order === 'less' ? -1 : row.order === 'greater' ? 1 : 0;
      return `${Number(value) + step}`;
    }
    case 'Date':
      return shifted(value, row.order === 'less' ? -1 : row.order === 'greater' ? 1 : 0);
    case 'IpAddress':
      return value.split('/')[0] ?? value;
    case 'Arn':
      return filledArn(value);
    default:
      return row.wildcards ? filled(value) : value;
  }
}

/** Texts for wildcards that look like what stands there: a Region, an account, a name. */
function filled(pattern: string): string {
  if (pattern.startsWith('arn:')) return filledArn(pattern);
  if (/^[a-z0-9-]+\.\*\.amazonaws\.com$/.test(pattern)) return pattern.replace('*', 'us-west-2');
  return pattern.replaceAll('*', 'example').replaceAll('?', 'x');
}

function filledArn(pattern: string): string {
  const parts = pattern.split(':');
  const [arn = 'arn', partition = '*', service = '*', region = '*', account = '*', ...rest] = parts;
  const or = (part: string, example: string) => (part === '*' ? example : part.replaceAll(/[*?]/g, '0'));
  const name = rest.join(':').replaceAll('*', 'example').replaceAll('?', 'x');
  return [
    arn,
    or(partition, 'aws'),
    or(service, 's3'),
    or(region, 'us-west-2'),
    or(account, '111122223333'),
    name,
  ].join(':');
}

function shifted(time: string, seconds: number): string {
  const at = new Date(/^\d+$/.test(time) ? Number(time) * 1000 : time);
  if (Number.isNaN(at.getTime())) return time;
  return new Date(at.getTime() + seconds * 1000).toISOString();
}

const addresses = ['198.51.100.7', '203.0.113.7', '192.0.2.7', '10.11.12.13'];
const services = ['s3', 'dynamodb', 'ec2', 'rds', 'lambda'];

/** A value that none of the listed ones covers. */
function outside(listed: readonly string[], { row }: ParsedOperator, key: string): string | null {
  const first = listed[0];
  switch (row.type) {
    case 'Numeric':
      return first === undefined ? null : `${Number(first) + (row.order?.startsWith('greater') ? -1 : 1)}`;
    case 'Date':
      return first === undefined ? null : shifted(first, row.order?.startsWith('greater') ? -1 : 1);
    case 'Bool':
      return first?.toLowerCase() === 'true' ? 'false' : 'true';
    case 'IpAddress':
      return addressOutside(listed);
    default:
      return (
        others(key).find((value) => !listed.some((item) => matchesPattern(markWildcards(item), value))) ??
        null
      );
  }
}

/** An address of the documentation ranges that no listed range seems to cover. */
export function addressOutside(ranges: readonly string[]): string {
  const near = (range: string, address: string) => range.split('.')[0] === address.split('.')[0];
  return addresses.find((address) => !ranges.some((range) => near(range, address))) ?? '198.51.100.7';
}

function others(key: string): readonly string[] {
  const lower = key.toLowerCase();
  if (lower === 'kms:viaservice') return services.map((name) => `${name}.us-west-2.amazonaws.com`);
  return [exampleFor(key), 'other', 'another'];
}

const examples: Readonly<Record<string, string>> = {
  'kms:viaservice': 's3.us-west-2.amazonaws.com',
  'aws:sourceip': '198.51.100.7',
  'aws:vpcsourceip': '10.11.12.13',
  'aws:sourcevpce': 'vpce-0fedcba9876543210',
  'aws:sourcevpc': 'vpc-0fedcba9876543210',
  'aws:principalorgid': 'o-anotherorg',
  'aws:sourceaccount': '999999999999',
  'aws:sourcearn': 'arn:aws:s3:::another-bucket',
  'aws:currenttime': '2026-01-01T00:00:00Z',
  'aws:multifactorauthpresent': 'true',
  'aws:multifactorauthage': '60',
  'kms:requestalias': 'alias/another',
};

function exampleFor(key: string): string {
  const lower = key.toLowerCase();
  return (Object.hasOwn(examples, lower) ? examples[lower] : undefined) ?? 'example';
}
