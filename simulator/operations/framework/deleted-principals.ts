import { parsePolicy } from '../../policy/parse.ts';
import type { TextRange } from '../../policy/types.ts';
import type { ShowIds } from '../../world/amend.ts';

/**
 * KMS keeps the principals of a key policy by their unique ids and shows their ARNs while they exist. Source: IAM User
 * Guide, Principal element; KMS Developer Guide, troubleshooting key access.
 */
export const showDeletedPrincipals: ShowIds = (policy, ids) => {
  // Most policies name none of them and need not be read.
  if (![...ids.keys()].some((arn) => policy.includes(arn))) return policy;
  const places: { readonly range: TextRange; readonly id: string }[] = [];
  for (const { principal } of parsePolicy(policy, 'key').document?.statements ?? []) {
    for (const { type, value, range } of principal?.values ?? []) {
      const id = ids.get(value);
      if (type === 'AWS' && id !== undefined) places.push({ range, id });
    }
  }
  // From the end, so that the ranges before stay true.
  const fromEnd = [...places].sort((a, b) => b.range.start - a.range.start);
  return fromEnd.reduce(
    (text, { range, id }) => text.slice(0, range.start) + JSON.stringify(id) + text.slice(range.end),
    policy,
  );
};
