/* What the reference page of a finding says beside its examples. */
import type { FindingEntry } from '../findings/catalog.ts';
import type { RuleCode } from '../findings/registry.ts';
import type { Severity } from '../findings/types.ts';
import { analyzerNotes } from './finding-notes-analyzer.ts';
import { kmsNotes } from './finding-notes-kms.ts';

export interface FindingNote {
  /** What it is, in a few words. */
  readonly title: string;
  readonly why: string;
  /** What AWS does with such a policy. */
  readonly aws: string;
  /** The page that says so. */
  readonly source: string;
}

const checks =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html';

/** Severities as Access Analyzer names them. */
const findingTypes: Readonly<Record<Severity, string>> = {
  error: 'an error',
  'security-warning': 'a security warning',
  warning: 'a general warning',
  suggestion: 'a suggestion',
};

/** What there is to say of a finding. */
export function noteOf({ code, severity }: Pick<FindingEntry, 'code' | 'severity'>): FindingNote {
  if (isKms(code)) return kmsNotes[code];
  const [title, why, aws] = analyzerNotes[code];
  const reported = `IAM Access Analyzer reports it under the same code, as ${findingTypes[severity]}.`;
  return { title, why, aws: aws === undefined ? reported : `${aws} ${reported}`, source: checks };
}

function isKms(code: RuleCode): code is keyof typeof kmsNotes {
  return Object.hasOwn(kmsNotes, code);
}
