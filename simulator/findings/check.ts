import { findingOfProblem } from './analyzer/problems.ts';
import { type CheckContext, type ContextOptions, createContext } from './context.ts';
import { rules } from './registry.ts';
import type { Finding, FindingCode, Rule, Severity } from './types.ts';

/** A finding that is known and accepted: kept in a list beside the policy, since JSON has no comments. */
export interface IgnoredFinding {
  readonly code: string;
  /** Only in the statement with this Sid. */
  readonly sid?: string;
  /** Only in the statement at this position, from 0. */
  readonly statement?: number;
}

export interface CheckOptions extends ContextOptions {
  /** Codes that are switched off. */
  readonly disabled?: readonly string[];
  /** Other severities, by code. */
  readonly severities?: Readonly<Record<string, Severity>>;
  readonly ignore?: readonly IgnoredFinding[];
}

/** What is wrong, risky or needless in a policy, in the order of the text. Takes any text; never throws. */
export function checkPolicy(text: string, options: CheckOptions): readonly Finding[] {
  const context = createContext(text, options);
  return runRules(context, rules, options);
}

/** The check with a list of rules. A rule that fails is named, and the others still speak. */
export function runRules(
  context: CheckContext,
  list: readonly Rule[],
  { disabled = [], severities = {}, ignore = [] }: Omit<CheckOptions, keyof ContextOptions>,
): readonly Finding[] {
  const off = new Set(disabled);
  const found = [...problemsOf(context), ...list.filter(appliesTo(context, off)).flatMap(apply(context))];
  return withoutRepeats(found.filter(({ code }) => !off.has(code)))
    .filter((finding) => !ignore.some((one) => isMeant(one, finding, context)))
    .map((finding) => withSeverity(finding, severities))
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** One mistake, two names: at one and the same place the second is told, which says more. */
const toldBy: Readonly<Partial<Record<FindingCode, readonly FindingCode[]>>> = {
  INVALID_ARN_PREFIX: ['KMS_RESOURCE_NOT_THIS_KEY'],
  INVALID_ROLE_REFERENCE: ['KMS_INVALID_PRINCIPAL'],
  INVALID_USER_REFERENCE: ['KMS_INVALID_PRINCIPAL'],
  KMS_SERVICE_WITHOUT_SOURCE: ['INVALID_SERVICE_PRINCIPAL_FORMAT', 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
  UNSUPPORTED_RESOURCE_ARN_IN_POLICY: ['KMS_RESOURCE_NOT_THIS_KEY'],
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: ['KMS_INVALID_PRINCIPAL'],
};

function withoutRepeats(found: readonly Finding[]): readonly Finding[] {
  const placed = new Set(found.map(({ code, range }) => `${code} ${range.start}`));
  return found.filter(
    ({ code, range }) => !toldBy[code]?.some((other) => placed.has(`${other} ${range.start}`)),
  );
}

function problemsOf(context: CheckContext): readonly Finding[] {
  return context.parsed.problems.flatMap((problem) => {
    const finding = findingOfProblem(problem, context);
    return finding === null ? [] : [{ ...finding, range: problem.range }];
  });
}

const appliesTo =
  ({ kind }: CheckContext, off: ReadonlySet<string>) =>
  ({ code, kinds }: Rule) =>
    kinds.includes(kind) && !off.has(code);

const apply =
  (context: CheckContext) =>
  (rule: Rule): readonly Finding[] => {
    try {
      return [...rule.find(context)].map(({ range, data = {}, severity = rule.severity, fixes = [] }) => ({
        code: rule.code as FindingCode,
        severity,
        range,
        data,
        fixes,
      }));
    } catch (error) {
      return [failed(rule, error)];
    }
  };

function failed({ code }: Rule, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'CHECK_INCOMPLETE',
    severity: 'warning',
    range: { start: 0, end: 0 },
    data: { rule: code, reason },
    fixes: [],
  };
}

function isMeant({ code, sid, statement }: IgnoredFinding, finding: Finding, context: CheckContext): boolean {
  if (code !== finding.code) return false;
  if (sid === undefined && statement === undefined) return true;
  const { start } = finding.range;
  const at = context.statements.find(
    ({ statement: { range } }) => range.start <= start && start < range.end,
  )?.statement;
  if (at === undefined) return false;
  return (sid === undefined || at.sid?.value === sid) && (statement === undefined || at.index === statement);
}

function withSeverity(finding: Finding, severities: Readonly<Record<string, Severity>>): Finding {
  const severity = Object.hasOwn(severities, finding.code) ? severities[finding.code] : undefined;
  return severity === undefined ? finding : { ...finding, severity };
}
