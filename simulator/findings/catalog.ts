import type { PolicyKind } from '../policy/types.ts';
import { analyzerRules } from './analyzer/all.ts';
import { problemFindings } from './analyzer/problems.ts';
import { kmsRules } from './kms/all.ts';
import type { RuleCode } from './registry.ts';
import type { Rule, Severity } from './types.ts';

/** What there is to know of a finding before any policy is looked at. */
export interface FindingEntry {
  readonly code: RuleCode;
  /** Who names it so: IAM Access Analyzer, or we, as there is no name for it elsewhere. */
  readonly family: 'analyzer' | 'kms';
  readonly severity: Severity;
  /** The kinds of policy in which it can occur. */
  readonly kinds: readonly PolicyKind[];
}

type NamedRule = Rule & { readonly code: RuleCode };

const entry =
  (family: FindingEntry['family']) =>
  ({ code, severity, kinds }: Omit<FindingEntry, 'family'>): FindingEntry => ({
    code,
    family,
    severity,
    kinds,
  });

const analyzer: readonly NamedRule[] = analyzerRules;
const kms: readonly NamedRule[] = kmsRules;

/** Every finding, by its code. */
export const findingCatalog: readonly FindingEntry[] = [
  ...problemFindings.map(entry('analyzer')),
  ...analyzer.map(entry('analyzer')),
  ...kms.map(entry('kms')),
].sort((a, b) => a.code.localeCompare(b.code, 'en'));
