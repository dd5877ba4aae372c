import type { Known } from './types.ts';

/** What a key's ARN tells of the place that a policy is for. */
export function knownFromKey(keyArn: string): Known {
  const [, partition = '', service, region = '', account = ''] = keyArn.split(':');
  if (service !== 'kms' || !/^\d{12}$/.test(account)) return {};
  return { keyArn, partition, region, account };
}
