import type { Report } from './members.ts';
import { readPlain } from './plain.ts';
import { readTolerantly } from './tolerant.ts';
import type { ParsedPolicy, PolicyKind, PolicyProblem } from './types.ts';

/** Past this nothing is read: no policy type comes near it. Characters. */
const readingLimit = 1 << 20;

/** Characters AWS accepts, by policy kind. Sources: KMS "Creating a key policy", IAM quotas, Organizations quotas. */
const sizeLimits: Partial<Record<PolicyKind, number>> = { key: 32_768, scp: 10_240, rcp: 5_120 };

/** Reads any text as a policy of the given kind. Never throws. */
export function parsePolicy(text: string, kind: PolicyKind): ParsedPolicy {
  const problems: PolicyProblem[] = [];
  const report: Report = (code, range, data = {}, severity = 'error') => {
    problems.push({ code, severity, range: { start: range.start, end: range.end }, data });
  };
  if (text.length > readingLimit) {
    report(
      'POLICY_TOO_LARGE',
      { start: 0, end: text.length },
      { size: `${text.length}`, limit: `${readingLimit}` },
    );
    return { kind, text, document: null, problems };
  }
  const limit = sizeLimits[kind];
  if (limit !== undefined && text.length > limit) {
    report(
      'POLICY_TOO_LARGE',
      { start: limit, end: text.length },
      { size: `${text.length}`, limit: `${limit}` },
    );
  }
  const document = readPlain(text, kind) ?? readTolerantly(text, kind, report);
  problems.sort((a, b) => a.range.start - b.range.start);
  return { kind, text, document, problems };
}
