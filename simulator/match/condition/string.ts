import { fillTemplate, parseTemplate } from '../variables.ts';
import { markWildcards, matchesPattern } from '../wildcard.ts';
import type { ValueCompiler } from './value-test.ts';

export const compileString: ValueCompiler = (
  written,
  { wildcards = false, ignoreCase = false },
  variables,
) => {
  const template = variables ? parseTemplate(written, wildcards) : null;
  if (template === null) {
    if (wildcards) {
      const pattern = markWildcards(written);
      return (found) => matchesPattern(pattern, found);
    }
    if (!ignoreCase) return (found) => found === written;
    const lower = written.toLowerCase();
    return (found) => found.toLowerCase() === lower;
  }
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  return (found, read) => {
    const filled = fillTemplate(template, read);
    if (filled === null) return null;
    return wildcards ? matchesPattern(filled, found) : fold(filled) === fold(found);
  };
};
