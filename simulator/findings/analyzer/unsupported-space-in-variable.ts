import { fixByReplacing } from '../fix.ts';
import { nameOf, variableRule } from './shared/variable-rule.ts';

export const unsupportedSpaceInVariable = variableRule('UNSUPPORTED_SPACE_IN_VARIABLE', (inside, located) => {
  const name = nameOf(inside);
  if (name.trim() === '' || !/\s/.test(name)) return null;
  const without = located.value.replace(
    `\${${inside}}`,
    `\${${name.replace(/\s+/g, '')}${inside.slice(name.length)}}`,
  );
  return { range: located.range, data: { name }, fixes: fixByReplacing(located, without) };
});
