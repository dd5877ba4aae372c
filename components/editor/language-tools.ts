/* What the editors ask about policies, in one piece: fetched when somebody begins to work in one. */
import { summarizeAccess } from '@/simulator/explain/access-summary.ts';
import { describeFinding } from '@/simulator/explain/findings.ts';
import { notFormattable, renameRefusals } from '@/simulator/explain/language.ts';
import { applyCompletion, applyEdits, moveFindings, policyLanguage, textEdits } from '@/simulator/index.ts';

export const tools = {
  applyCompletion,
  applyEdits,
  describeFinding,
  moveFindings,
  notFormattable,
  policyLanguage,
  renameRefusals,
  summarizeAccess,
  textEdits,
};
