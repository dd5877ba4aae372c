import { checkPolicy } from '../findings/check.ts';
import { completionsAt } from './complete/complete.ts';
import { fixesFor } from './fixes.ts';
import { formatPolicy } from './format.ts';
import { hoverAt } from './hover.ts';
import { sentenceOf, statementAt } from './statement-sentence.ts';
import { foldingRanges, outline, renameSid, sidAt } from './structure.ts';
import type { LanguageContext, PolicyLanguage } from './types.ts';

/** What an editor can ask about policies of one kind, with what is known around them. */
export function policyLanguage(context: LanguageContext): PolicyLanguage {
  const { request: _, ...options } = context;
  const diagnostics = (text: string) => checkPolicy(text, options);
  return {
    diagnostics,
    completions: (text, offset) => completionsAt(text, offset, context),
    hover: (text, offset, findings = diagnostics(text)) => hoverAt(text, offset, findings, context),
    fixes: (text, range, findings = diagnostics(text)) => fixesFor(text, range, findings, context),
    format: formatPolicy,
    foldingRanges,
    outline,
    sidAt,
    renameSid: (text, offset, name) => renameSid(text, offset, name, context.kind),
    explainStatement: (text, offset) => {
      const statement = statementAt(text, offset, context.kind);
      return statement && sentenceOf(statement, context.kind);
    },
  };
}
