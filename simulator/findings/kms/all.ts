import type { Rule } from '../types.ts';

/** What nobody else checks: mistakes that are KMS's own. */
export const kmsRules = [] as const satisfies readonly Rule[];
