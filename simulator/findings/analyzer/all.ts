import type { Rule } from '../types.ts';

/** The findings of IAM Access Analyzer's policy validation. */
export const analyzerRules = [] as const satisfies readonly Rule[];
