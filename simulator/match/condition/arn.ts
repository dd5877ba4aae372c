import { matchesArn, splitArn } from '../arn.ts';
import { fillTemplate, parseTemplate } from '../variables.ts';
import { anyText, markWildcards } from '../wildcard.ts';
import { never, type ValueCompiler } from './value-test.ts';

export const compileArn: ValueCompiler = (written, _row, variables) => {
  const template = variables ? parseTemplate(written, true) : null;
  if (template === null) {
    const marked = markWildcards(written);
    if (marked === anyText) return () => true;
    const pattern = splitArn(marked);
    return pattern === null ? never : (found) => fits(pattern, found);
  }
  return (found, read) => {
    const filled = fillTemplate(template, read);
    const pattern = filled === null ? null : splitArn(filled);
    return filled === null ? null : pattern !== null && fits(pattern, found);
  };
};

function fits(pattern: readonly string[], found: string): boolean {
  const value = splitArn(found);
  return value !== null && matchesArn(pattern, value);
}
