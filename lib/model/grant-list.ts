/* A document of kind `grants`: the grants of a key as a JSON list. */
import { z } from 'zod';
import type { Grant } from '@/simulator/index.ts';

const grantsSchema = z.array(
  z.strictObject({
    grantId: z.string(),
    granteePrincipal: z.exactOptional(z.string()),
    granteeServicePrincipal: z.exactOptional(z.string()),
    retiringPrincipal: z.exactOptional(z.string()),
    retiringServicePrincipal: z.exactOptional(z.string()),
    operations: z.array(z.string()),
    constraints: z.exactOptional(
      z.strictObject({
        EncryptionContextEquals: z.exactOptional(z.record(z.string(), z.string())),
        EncryptionContextSubset: z.exactOptional(z.record(z.string(), z.string())),
        SourceArn: z.exactOptional(z.string()),
      }),
    ),
    issuingAccount: z.exactOptional(z.string()),
    grantToken: z.exactOptional(z.string()),
    pending: z.exactOptional(z.boolean()),
  }),
);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The grants that a text lists; none where it cannot be read. */
export function readGrants(text: string): readonly Grant[] {
  const parsed = grantsSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : [];
}

/** What is wrong with a list of grants, in a sentence with the place; null when nothing is. */
export function grantsProblem(text: string): string | null {
  const value = parseJson(text);
  if (value === undefined) return 'This is not JSON.';
  const result = grantsSchema.safeParse(value);
  if (result.success) return null;
  const [issue] = result.error.issues;
  return issue ? `${issue.path.join('.') || 'The list'}: ${issue.message}` : 'This is not a list of grants.';
}
