import { describeFinding } from '@/simulator/explain/findings.ts';
import { describeProblem } from '@/simulator/explain/problems.ts';
import type { Finding, PolicyProblem, Severity } from '@/simulator/index.ts';
import * as monaco from './monaco-features.ts';
import { toMonacoRange } from './monaco-ranges.ts';

const severities: Readonly<Record<Severity, monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  'security-warning': monaco.MarkerSeverity.Warning,
  warning: monaco.MarkerSeverity.Warning,
  suggestion: monaco.MarkerSeverity.Info,
};

/** What is wrong with a text as Monaco's markers: what the check found, before its first answer what the parser did. */
export function markersOf(
  model: monaco.editor.ITextModel,
  findings: readonly Finding[] | null,
  problems: readonly PolicyProblem[],
): monaco.editor.IMarkerData[] {
  const marks = findings
    ? findings.map((one) => ({ ...one, message: describeFinding(one) }))
    : problems.map((one) => ({ ...one, message: describeProblem(one) }));
  return marks.map(({ range, severity, code, message }) => {
    const { startLineNumber, startColumn, endLineNumber, endColumn } = toMonacoRange(model, range);
    return {
      ...{ startLineNumber, startColumn, endLineNumber, endColumn },
      severity: severities[severity],
      code,
      message,
    };
  });
}
