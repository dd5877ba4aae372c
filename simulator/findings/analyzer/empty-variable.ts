import { variableRule } from './shared/variable-rule.ts';

export const emptyVariable = variableRule('EMPTY_VARIABLE', (inside, { value, range }) =>
  inside.trim() === '' ? { range, data: { value } } : null,
);
