import type { Rule } from '../types.ts';
import { actionRules } from './actions.ts';
import { arnRules } from './arns.ts';
import { conditionKeyRules } from './condition-keys.ts';
import { conditionValueRules } from './condition-values.ts';
import { duplicateRules } from './duplicates.ts';
import { emptyRules } from './empty.ts';
import { ipAddressRules } from './ip-addresses.ts';
import { operatorRules } from './operators.ts';
import { organizationRules } from './organizations.ts';
import { principalRules } from './principals.ts';
import { statementRules } from './statements.ts';
import { variableRules } from './variables.ts';
import { wildcardRules } from './wildcards.ts';

/** The findings of IAM Access Analyzer's policy validation, beside those that the parser makes. */
export const analyzerRules = [
  ...statementRules,
  ...actionRules,
  ...arnRules,
  ...principalRules,
  ...conditionKeyRules,
  ...duplicateRules,
  ...operatorRules,
  ...conditionValueRules,
  ...ipAddressRules,
  ...variableRules,
  ...wildcardRules,
  ...emptyRules,
  ...organizationRules,
] as const satisfies readonly Rule[];
