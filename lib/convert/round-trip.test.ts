import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importPolicies } from './import-policies.ts';
import { meaningOf, policyArbitrary } from './testing/policies.ts';
import type { Known } from './types.ts';
import { exportPolicy } from './write/export-policy.ts';
import type { ExportFormat } from './write/types.ts';

const known: Known = {
  account: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
  keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234',
};

const formats = [
  'json',
  'json-minified',
  'terraform',
  'terraform-key-policy',
  'cloudformation-yaml',
  'cloudformation-json',
  'cli-bash',
  'cli-powershell',
] as const satisfies readonly ExportFormat[];

describe.each(formats)('%s', (format) => {
  test.each([false, true])('export and import give the same policy; references: %s', (references) => {
    fc.assert(
      fc.property(policyArbitrary, ({ kind, text }) => {
        fc.pre(format !== 'terraform-key-policy' || kind === 'key');
        const written = exportPolicy(text, format, { kind, known, references });
        if (!written.ok) throw new Error(JSON.stringify(written.problems));
        const { policies, problems } = importPolicies(written.text, { known });
        expect(problems).toEqual([]);
        expect(policies).toHaveLength(1);
        expect(meaningOf(policies[0]?.text ?? '', kind)).toEqual(meaningOf(text, kind));
      }),
      { numRuns: 60 },
    );
  });
});

test.each([false, true])(
  'what aws_iam_policy_document says comes back, what it cannot say is refused; references: %s',
  (references) => {
    let said = 0;
    fc.assert(
      fc.property(policyArbitrary, ({ kind, text }) => {
        const written = exportPolicy(text, 'terraform-document', { kind, known, references });
        if (!written.ok) {
          expect(text).toContain('&{');
          return;
        }
        said++;
        const { policies, problems } = importPolicies(written.text, { known });
        expect(problems).toEqual([]);
        expect(policies).toHaveLength(1);
        expect(meaningOf(policies[0]?.text ?? '', kind)).toEqual(meaningOf(text, kind));
      }),
      { numRuns: 100 },
    );
    expect(said).toBeGreaterThan(30);
  },
);
