import { expect, test } from 'vitest';
import { fillPlaceholders, PlaceholderNames, placeholdersIn } from './placeholders.ts';

test('an expression has one placeholder, and another expression another', () => {
  const names = new PlaceholderNames();
  expect(names.nameOf('var.a')).toBe('{{var.a}}');
  expect(names.nameOf('var.b[*].arn')).toBe('{{var.b[].arn}}');
  expect(names.nameOf('var.b[].arn')).toBe('{{var.b[].arn (2)}}');
  expect(names.nameOf('var.a')).toBe('{{var.a}}');
  expect(names.nameOf('"${x}"')).toBe('{{x}}');
});

test('values go where placeholders are, escaped, and only there', () => {
  const text = '{"{{k}}": "arn:{{a}}:x", "b": "{{none}} {{a}}"}';
  expect(fillPlaceholders(text, { '{{a}}': 'q"\\', '{{k}}': 'key', '{{none}}': '' })).toBe(
    '{"key": "arn:q\\"\\\\:x", "b": "{{none}} q\\"\\\\"}',
  );
  expect(placeholdersIn(text)).toEqual(['{{k}}', '{{a}}', '{{none}}']);
});

test('several values fill a list, or make one', () => {
  const values = { '{{a}}': 'x\n y \n\n' };
  expect(JSON.parse(fillPlaceholders('{"AWS": "{{a}}"}', values))).toEqual({ AWS: ['x', 'y'] });
  expect(JSON.parse(fillPlaceholders('{"AWS": ["z", "{{a}}"]}', values))).toEqual({ AWS: ['z', 'x', 'y'] });
});
