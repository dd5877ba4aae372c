/* What the parser tells, by the names of Access Analyzer. */
import { conditionOperators } from '../../catalog/condition-operators.ts';
import type { PolicyKind, PolicyProblem, PolicyProblemCode } from '../../policy/types.ts';
import type { CheckContext } from '../context.ts';
import { replacement } from '../fix.ts';
import type { Fix, Severity } from '../types.ts';
import { everyKind, kindsWithPrincipal } from './shared/rule.ts';
import { similarName } from './shared/similar.ts';
import { fixByRemoving } from './shared/tree.ts';
import { isTrust } from './shared/values.ts';

/** Null: a rule of its own tells it. */
const codes = {
  JSON_SYNTAX_ERROR: 'JSON_SYNTAX_ERROR',
  NOT_AN_OBJECT: 'DATA_TYPE_MISMATCH',
  // IAM's grammar: an element must not have the same key twice.
  DUPLICATE_KEY: 'JSON_SYNTAX_ERROR',
  UNKNOWN_ELEMENT: 'INVALID_POLICY_ELEMENT',
  ELEMENT_CASE: 'INVALID_POLICY_ELEMENT',
  DATA_TYPE_MISMATCH: 'DATA_TYPE_MISMATCH',
  INVALID_VERSION: 'INVALID_VERSION',
  MISSING_STATEMENT: 'MISSING_STATEMENT',
  MISSING_EFFECT: 'MISSING_EFFECT',
  INVALID_EFFECT: 'INVALID_EFFECT',
  MISSING_PRINCIPAL: 'MISSING_PRINCIPAL',
  UNSUPPORTED_PRINCIPAL: 'UNSUPPORTED_PRINCIPAL',
  INVALID_PRINCIPAL_TYPE: 'INVALID_PRINCIPAL_KEY',
  INVALID_PRINCIPAL: null,
  MISSING_ACTION: 'MISSING_ACTION',
  MISSING_RESOURCE: 'MISSING_RESOURCE',
  ELEMENT_AND_ITS_OPPOSITE: 'UNSUPPORTED_ELEMENT_COMBINATION',
  UNKNOWN_OPERATOR: 'INVALID_CONDITION_OPERATOR',
  POLICY_TOO_LARGE: null,
} as const satisfies Readonly<Record<PolicyProblemCode, string | null>>;

export type ProblemFindingCode =
  | NonNullable<(typeof codes)[PolicyProblemCode]>
  | 'INVALID_PRINCIPAL_FORMAT'
  | 'NULL_WITH_IF_EXISTS'
  | 'NULL_WITH_QUALIFIER'
  | 'POLICY_SIZE_EXCEEDS_RCP_QUOTA'
  | 'POLICY_SIZE_EXCEEDS_SCP_QUOTA'
  | 'SCP_SYNTAX_ERROR_PRINCIPAL';

const problem = <const Code extends ProblemFindingCode>(
  code: Code,
  kinds: readonly PolicyKind[] = everyKind,
  severity: Severity = 'error',
) => ({ code, kinds, severity });

const withoutPrincipal = ['identity', 'boundary', 'session'] as const satisfies readonly PolicyKind[];
const notKey = everyKind.filter((kind) => kind !== 'key');

/** The findings that the parser makes, with the kinds of policy in which they can occur. */
export const problemFindings = [
  problem('DATA_TYPE_MISMATCH'),
  problem('INVALID_CONDITION_OPERATOR'),
  problem('INVALID_EFFECT'),
  problem('INVALID_POLICY_ELEMENT'),
  problem('INVALID_PRINCIPAL_FORMAT', kindsWithPrincipal),
  problem('INVALID_PRINCIPAL_KEY', kindsWithPrincipal),
  problem('INVALID_VERSION'),
  problem('JSON_SYNTAX_ERROR'),
  problem('MISSING_ACTION', notKey),
  problem('MISSING_EFFECT'),
  problem('MISSING_PRINCIPAL', kindsWithPrincipal),
  problem('MISSING_RESOURCE', notKey),
  problem('MISSING_STATEMENT'),
  problem('NULL_WITH_IF_EXISTS'),
  problem('NULL_WITH_QUALIFIER', everyKind, 'suggestion'),
  problem('POLICY_SIZE_EXCEEDS_RCP_QUOTA', ['rcp']),
  problem('POLICY_SIZE_EXCEEDS_SCP_QUOTA', ['scp']),
  problem('SCP_SYNTAX_ERROR_PRINCIPAL', ['scp']),
  problem('UNSUPPORTED_ELEMENT_COMBINATION'),
  problem('UNSUPPORTED_PRINCIPAL', withoutPrincipal),
] as const satisfies readonly { readonly code: ProblemFindingCode }[];

export interface ProblemFinding {
  readonly code: ProblemFindingCode;
  readonly severity: Severity;
  readonly data: PolicyProblem['data'];
  readonly fixes: readonly Fix[];
}

/** A problem of the parser as a finding; null where a rule of its own reports it. */
export function findingOfProblem(problem: PolicyProblem, context: CheckContext): ProblemFinding | null {
  const code = codeOf(problem, context);
  if (code === null) return null;
  const severity = code === 'NULL_WITH_QUALIFIER' ? 'suggestion' : problem.severity;
  const data = problem.code === 'DUPLICATE_KEY' ? { ...problem.data, reason: 'duplicate' } : problem.data;
  return { code, severity, data, fixes: fixesOf(problem, context) };
}

function codeOf(problem: PolicyProblem, context: CheckContext): ProblemFindingCode | null {
  const { code, data } = problem;
  const { kind } = context;
  switch (code) {
    case 'MISSING_ACTION':
    case 'MISSING_RESOURCE':
      if (kind === 'resource' && isInTrust(problem, context)) return null;
      // KMS takes such a key policy: KMS_MISSING_ACTION and KMS_MISSING_RESOURCE say what comes of it.
      return kind === 'key' ? null : code;
    case 'UNSUPPORTED_PRINCIPAL':
      return kind === 'scp' ? 'SCP_SYNTAX_ERROR_PRINCIPAL' : code;
    case 'DATA_TYPE_MISMATCH':
      return isPrincipal(data.element) && data.found === 'string' ? 'INVALID_PRINCIPAL_FORMAT' : code;
    case 'UNKNOWN_OPERATOR':
      if (/^nullifexists$/i.test(withoutSet(data.operator))) return 'NULL_WITH_IF_EXISTS';
      return /^null$/i.test(withoutSet(data.operator)) ? 'NULL_WITH_QUALIFIER' : codes[code];
    case 'POLICY_TOO_LARGE':
      if (kind === 'scp') return 'POLICY_SIZE_EXCEEDS_SCP_QUOTA';
      return kind === 'rcp' ? 'POLICY_SIZE_EXCEEDS_RCP_QUOTA' : null;
    default:
      return codes[code];
  }
}

function isInTrust({ range }: PolicyProblem, { statements }: CheckContext): boolean {
  return statements.some((view) => view.statement.range.start === range.start && isTrust(view));
}

function isPrincipal(element: string | undefined): boolean {
  return /^(?:Not)?Principal$/i.test(element ?? '');
}

function withoutSet(operator: string | undefined): string {
  return (operator ?? '').replace(/^(?:ForAllValues|ForAnyValue):/i, '');
}

function fixesOf({ code, data, range }: PolicyProblem, context: CheckContext): readonly Fix[] {
  const written = context.text.slice(range.start, range.end);
  const replace = (to: string | null | undefined, from = data.found ?? written): readonly Fix[] =>
    to === null || to === undefined
      ? []
      : [{ code: 'replace', data: { from, to }, edits: [replacement(range, to)] }];
  switch (code) {
    case 'ELEMENT_CASE':
      return replace(data.expected, data.element);
    case 'UNKNOWN_ELEMENT':
      return replace(similarName(data.element ?? '', (data.known ?? '').split(', ')), data.element);
    case 'INVALID_VERSION':
      return replace('2012-10-17');
    case 'INVALID_EFFECT':
      return replace(similarName(data.found ?? '', ['Allow', 'Deny']));
    case 'INVALID_PRINCIPAL_TYPE':
      return replace(similarName(data.found ?? '', (data.known ?? '').split(', ')));
    case 'DATA_TYPE_MISMATCH':
      return isPrincipal(data.element) && /^"(?:\d{12}|arn:[^"]+)"$/.test(written)
        ? [
            {
              code: 'replace',
              data: { from: written, to: `{ "AWS": ${written} }` },
              edits: [{ range, text: `{ "AWS": ${written} }` }],
            },
          ]
        : [];
    case 'UNKNOWN_OPERATOR':
      return replace(operatorFor(data.operator ?? ''), data.operator);
    case 'UNSUPPORTED_PRINCIPAL':
      return fixByRemoving(context, memberAt(context, range.start), 'removeElement', {
        element: written.replaceAll('"', ''),
      });
    case 'JSON_SYNTAX_ERROR':
      return data.reason === 'trailingComma' || data.reason === 'comment'
        ? [{ code: 'removeValue', data: { value: written.trim() }, edits: [{ range, text: '' }] }]
        : [];
    default:
      return [];
  }
}

/** An operator that exists and was probably meant; set operator and IfExists are kept. */
function operatorFor(written: string): string | null {
  const set = /^(?:ForAllValues|ForAnyValue):/i.exec(written)?.[0] ?? '';
  const rest = written.slice(set.length);
  const ifExists = /IfExists$/i.exec(rest)?.[0] ?? '';
  const name = ifExists === '' ? rest : rest.slice(0, -ifExists.length);
  if (/^null$/i.test(name)) return set === '' || ifExists === '' ? 'Null' : null;
  const meant = similarName(name, Object.keys(conditionOperators));
  return meant === null ? null : `${set}${meant}${ifExists}`;
}

/** The whole member whose name begins at a place. */
function memberAt({ parsed, text }: CheckContext, start: number): PolicyProblem['range'] {
  for (const { principal } of parsed.document?.statements ?? []) {
    if (principal?.range.start === start) return principal.range;
  }
  return { start, end: Math.min(start, text.length) };
}
