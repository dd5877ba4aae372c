import { fillTemplate, parseTemplate } from '../variables.ts';
import { markWildcards, matchesPattern } from '../wildcard.ts';
import type { ValueCompiler } from './value-test.ts';

export const compileString: ValueCompiler = (
  written,
  { wildcards = false, ignoreCase = false },
  variables,
) => {
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  const fits = (pattern: string, found: string) =>
    wildcards ? matchesPattern(pattern, found) : pattern === found;
  const template = variables ? parseTemplate(written, wildcards) : null;
  if (template === null) {
    const pattern = fold(wildcards ? markWildcards(written) : written);
    return (found) => fits(pattern, fold(found));
  }
  return (found, read) => {
    const filled = fillTemplate(template, read);
    return filled === null ? null : fits(fold(filled), fold(found));
  };
};
