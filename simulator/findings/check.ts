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
  return found
    .filter((finding) => !off.has(finding.code) && !ignore.some((one) => isMeant(one, finding, context)))
    .map((finding) => withSeverity(finding, severities))
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
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
