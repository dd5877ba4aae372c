import { analyzerRules } from './analyzer/all.ts';
import type { ProblemFindingCode } from './analyzer/problems.ts';
import { kmsRules } from './kms/all.ts';

/** Every rule of the check. */
export const rules = [...analyzerRules, ...kmsRules] as const;

export type RuleCode = (typeof rules)[number]['code'] | ProblemFindingCode;
