/* Findings as a program, a person, or a CI job reads them. */
import { describeFinding, describeFix, severityWords } from '@/simulator/explain/findings.ts';
import { applyFix, type Finding, type Severity } from '@/simulator/index.ts';

/** A finding with its words and its place, counted from 1 as editors do. */
export interface LocatedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The first of its fixes: what it does, and the policy after it. */
  readonly fix: { readonly message: string; readonly policy: string } | null;
}

export interface Report {
  readonly file: string;
  readonly findings: readonly LocatedFinding[];
}

/** Puts a finding into words, lines and columns. */
export function locate(finding: Finding, text: string): LocatedFinding {
  const start = placeOf(finding.range.start, text);
  const end = placeOf(finding.range.end, text);
  const [fix] = finding.fixes;
  return {
    code: finding.code,
    severity: finding.severity,
    message: describeFinding(finding),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    fix: fix === undefined ? null : { message: describeFix(fix), policy: applyFix(text, fix) },
  };
}

function placeOf(offset: number, text: string): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** One file: its findings. Several: a list of `{ file, findings }`. */
function asJson(reports: readonly Report[]): string {
  const [only, second] = reports;
  return JSON.stringify(only !== undefined && second === undefined ? only.findings : reports, null, 2);
}

function asText(reports: readonly Report[]): string {
  const lines = reports.flatMap(({ file, findings }) =>
    findings.flatMap(({ line, column, severity, code, message, fix }) => [
      `${file}:${line}:${column}: ${severityWords[severity]}: ${message} [${code}]`,
      ...(fix === null ? [] : [`    Fix: ${fix.message}`]),
    ]),
  );
  return lines.length === 0 ? 'No findings.' : lines.join('\n');
}

const sarifLevels: Readonly<Record<Severity, string>> = {
  error: 'error',
  'security-warning': 'warning',
  warning: 'warning',
  suggestion: 'note',
};

/** SARIF 2.1.0, which code scanning services read. */
function asSarif(reports: readonly Report[]): string {
  const codes = new Set(reports.flatMap(({ findings }) => findings.map(({ code }) => code)));
  const results = reports.flatMap(({ file, findings }) =>
    findings.map((finding) => ({
      ruleId: finding.code,
      level: sarifLevels[finding.severity],
      message: { text: finding.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: file === '-' ? 'stdin' : encodeURI(file.replaceAll('\\', '/')) },
            region: {
              startLine: finding.line,
              startColumn: finding.column,
              endLine: finding.endLine,
              endColumn: finding.endColumn,
            },
          },
        },
      ],
    })),
  );
  const driver = { name: 'kms check', rules: [...codes].sort().map((id) => ({ id })) };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return JSON.stringify(log, null, 2);
}

const githubCommands: Readonly<Record<Severity, string>> = {
  error: 'error',
  'security-warning': 'warning',
  warning: 'warning',
  suggestion: 'notice',
};

/** Workflow commands of GitHub Actions, which show beside the lines of a pull request. */
function asGithub(reports: readonly Report[]): string {
  return reports
    .flatMap(({ file, findings }) =>
      findings.map(({ severity, line, column, endLine, endColumn, code, message }) => {
        const place = { file, line, endLine, col: column, endColumn, title: code };
        const properties = Object.entries(place).map(
          ([name, value]) => `${name}=${escapeProperty(`${value}`)}`,
        );
        return `::${githubCommands[severity]} ${properties.join(',')}::${escapeData(message)}`;
      }),
    )
    .join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

export const formats = { json: asJson, text: asText, sarif: asSarif, github: asGithub } as const;

export function isFormat(name: string): name is keyof typeof formats {
  return Object.hasOwn(formats, name);
}
