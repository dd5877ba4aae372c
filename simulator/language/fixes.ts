import { describeFix } from '../explain/findings.ts';
import { applyFix } from '../findings/fix.ts';
import type { Finding } from '../findings/types.ts';
import type { TextRange } from '../policy/types.ts';
import { previewAccess } from './preview-access.ts';
import type { LanguageContext, LanguageFix } from './types.ts';

const touches = (a: TextRange, b: TextRange) => a.start <= b.end && b.start <= a.end;

/** What can be done about the findings that a range touches. */
export function fixesFor(
  text: string,
  range: TextRange,
  findings: readonly Finding[],
  { environment }: LanguageContext,
): readonly LanguageFix[] {
  return findings
    .filter((finding) => touches(finding.range, range))
    .flatMap((finding) =>
      finding.fixes.map((fix) => {
        const later = applyFix(text, fix);
        return {
          finding,
          fix,
          title: describeFix(fix),
          later,
          access: () => (environment ? previewAccess(environment, text, later) : null),
        };
      }),
    );
}
