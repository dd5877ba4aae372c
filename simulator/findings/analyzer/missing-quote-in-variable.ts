import { fixByReplacing } from '../fix.ts';
import { nameOf, variableRule } from './shared/variable-rule.ts';

export const missingQuoteInVariable = variableRule('MISSING_QUOTE_IN_VARIABLE', (inside, located) => {
  const name = nameOf(inside);
  if (name === inside) return null;
  const fallback = inside.slice(name.length + 1).trim();
  if (fallback.length > 1 && fallback.startsWith("'") && fallback.endsWith("'")) return null;
  const bare = fallback.replace(/^'|'$/g, '');
  const quoted = located.value.replace(`\${${inside}}`, `\${${name}, '${bare}'}`);
  return { range: located.range, data: { fallback }, fixes: fixByReplacing(located, quoted) };
});
