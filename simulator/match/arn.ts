import { matchesPattern } from './wildcard.ts';

export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All after the fifth colon. */
  readonly resource: string;
}

/** The six parts of an ARN; null for anything else. */
export function parseArn(text: string): Arn | null {
  const parts = splitArn(text);
  if (parts === null || parts[0] !== 'arn') return null;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = parts;
  return { partition, service, region, account, resource };
}

const colon = 58;

/**
 * Where the resource begins in an IAM ARN of the account; -1 for any other text. Takes nothing apart,
 * because every principal of a policy is asked.
 */
export function iamResourceAt(text: string, account: string): number {
  if (!text.startsWith('arn:')) return -1;
  const service = text.indexOf(':', 4) + 1;
  if (service === 0 || !text.startsWith('iam:', service)) return -1;
  const from = text.indexOf(':', service + 4) + 1;
  const end = from + account.length;
  return from > 0 && text.startsWith(account, from) && text.charCodeAt(end) === colon ? end + 1 : -1;
}

/** Splits at the first five colons. */
export function splitArn(text: string): readonly string[] | null {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < 5; i++) {
    const colon = text.indexOf(':', from);
    if (colon < 0) return null;
    parts.push(text.slice(from, colon));
    from = colon + 1;
  }
  parts.push(text.slice(from));
  return parts;
}

/**
 * `ArnLike` and `ArnEquals`, which are the same: each of the six parts is held against its own
 * pattern, so a wildcard never reaches across a colon of the first five.
 */
export function matchesArn(pattern: readonly string[], value: readonly string[]): boolean {
  for (let i = 0; i < 6; i++) {
    if (!matchesPattern(pattern[i] ?? '', value[i] ?? '')) return false;
  }
  return true;
}
