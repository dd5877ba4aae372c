/* What HashiCorp's own parser, carried into JavaScript, says of the same text. */
import fc from 'fast-check';
import { parseToObject } from 'hcl2-parser';
import { expect, test } from 'vitest';
import { Assumptions } from '../assumptions.ts';
import { awkwardText, policyArbitrary } from '../testing/policies.ts';
import { exportPolicy } from '../write/export-policy.ts';
import { prettyJson } from '../write/json.ts';
import { evaluate } from './evaluate.ts';
import { parseHcl } from './parse-hcl.ts';
import { moduleOf } from './scope.ts';
import { quote } from './strings.ts';

interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly hasErrors: boolean;
}

/** HashiCorp's answer, arguments by name. */
function theirs(text: string): Answer {
  const [data, errors]: readonly [Readonly<Record<string, unknown>> | null, unknown] = parseToObject(text);
  return { data, hasErrors: errors !== null };
}

/** Ours, of arguments without references. */
function ours(text: string): Readonly<Record<string, unknown>> {
  const file = parseHcl(text);
  expect(file.errors).toEqual([]);
  const scope = {
    evaluate,
    module: moduleOf(file, {}),
    names: new Map(),
    assumptions: new Assumptions(text),
    within: [],
    budget: { left: 10_000 },
  };
  return Object.fromEntries(
    file.body.arguments.map(({ name, value }) => [name, JSON.parse(prettyJson(evaluate(value, scope)))]),
  );
}

test.each([
  'a = "x"',
  'a = "$${b} %%{c} $$${d} $ % $$ end$"',
  'a = "\\u0024{b} \\n\\t\\"\\\\ \\u00e9 \\U0001F600"',
  'a = <<EOT\n  one "two" \\n $${three}\n    four\nEOT\n',
  'a = <<-EOT\n    one\n      two\n\n    three\n    EOT\nb = 1\n',
  'a = [1, 2,\n 3 # three\n, ]\nb = {\n  x = 1, y : "2"\n  "z w" = [true, null]\n}\n',
  'a = { b = { c = [ { d = "e" }, ] } } // end',
  '/* before */ a = 1.5\nb = 12345',
])('%s', (text) => {
  const { data, hasErrors } = theirs(text);
  expect(hasErrors).toBe(false);
  expect(ours(text)).toEqual(data);
});

test('a quoted string is the same string to both', () => {
  fc.assert(
    fc.property(awkwardText, (text) => {
      const written = `a = ${quote(text)}`;
      expect(theirs(written).data).toEqual({ a: text });
      expect(ours(written)).toEqual({ a: text });
    }),
    { numRuns: 60 },
  );
});

test('what is exported has no mistake to HashiCorp’s parser', () => {
  fc.assert(
    fc.property(
      policyArbitrary,
      fc.constantFrom('terraform' as const, 'terraform-document' as const),
      fc.boolean(),
      ({ kind, text }, format, references) => {
        const known = { account: '111122223333', region: 'eu-west-1', partition: 'aws' };
        const written = exportPolicy(text, format, { kind, known, references });
        if (written.ok) expect(theirs(written.text).hasErrors).toBe(false);
      },
    ),
    { numRuns: 12 },
  );
}, 30_000);
