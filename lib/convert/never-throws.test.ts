import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectFormat } from './detect-format.ts';
import { importPolicies } from './import-policies.ts';
import { fillPlaceholders } from './placeholders.ts';
import { type ImportFormat, importFormats } from './types.ts';
import { exportPolicy } from './write/export-policy.ts';
import { type ExportFormat, exportFormats } from './write/types.ts';

const folder = new URL('testing/corpus/', import.meta.url);
const corpus = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const formats = Object.keys(importFormats) as ImportFormat[];

const pieces = [
  '"',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '${',
  '%{',
  '$${',
  '<<-A\n',
  '\n',
  '#',
  '/*',
  '*/',
  '=',
  ':',
  '?',
  '!Sub ',
  '&a ',
  '*a',
  '- ',
  '\\',
  "'",
  '$(',
  "@'\n",
  '...',
  '\u0000',
  '\ud800',
];

interface Mutation {
  readonly at: number;
  readonly drop: number;
  readonly insert: string;
}

const mutations = fc.array(
  fc.record({ at: fc.nat(4000), drop: fc.nat(12), insert: fc.constantFrom('', ...pieces) }),
  { minLength: 1, maxLength: 8 },
);

const mutate = (text: string, all: readonly Mutation[]) =>
  all.reduce((mutated, { at, drop, insert }) => {
    const place = at % (mutated.length + 1);
    return mutated.slice(0, place) + insert + mutated.slice(place + drop);
  }, text);

describe('importing never throws', () => {
  test('on files with mistakes in them, read as any format', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...corpus),
        mutations,
        fc.option(fc.constantFrom(...formats)),
        (text, all, format) => {
          const { policies, problems } = importPolicies(mutate(text, all), format ? { format } : {});
          expect(problems.map(({ code }) => code)).not.toContain('NOT_READABLE');
          for (const policy of policies) expect(policy.text).not.toBe('');
        },
      ),
      { numRuns: 120 },
    );
  });

  test('on any text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join('');
        detectFormat(text);
        for (const format of formats) importPolicies(text, { format });
      }),
      { numRuns: 60 },
    );
  });

  test.each(['[', '{a=', '(', '"${', '!', '-', 'a?', '{"Statement":', '%{if ', 'a {', '- ', '$('])(
    'where %s nests without end',
    (piece) => {
      for (const format of formats) {
        const { policies } = importPolicies(`a = ${piece.repeat(20_000)}`, { format });
        expect(policies).toEqual([]);
      }
    },
  );
});

test('definitions that double what they refer to come to an end', () => {
  const lines = Array.from({ length: 40 }, (_, n) => `l${n} = [local.l${n + 1}, local.l${n + 1}]`);
  const text = `locals {\n${lines.join('\n')}\n}\nresource "aws_kms_key" "a" {\n policy = jsonencode({ Id = "x", Statement = local.l0 })\n}`;
  expect(importPolicies(text).policies).toHaveLength(1);
});

test('exporting and filling never throw', () => {
  const text = fc.oneof(
    fc.tuple(fc.constantFrom(...corpus), mutations).map(([file, all]) => mutate(file, all)),
    fc.json(),
  );
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(...(Object.keys(exportFormats) as ExportFormat[])),
      (policy, format) => {
        const known = { account: '111122223333', region: 'eu-west-1', partition: 'aws' };
        exportPolicy(policy, format, { kind: 'key', known, references: true });
        fillPlaceholders(policy, { '{{a}}': 'b' });
      },
    ),
    { numRuns: 100 },
  );
});
