import fc from 'fast-check';
import { apiDefaultKeyPolicy, consoleKeyPolicy } from '../catalog/default-key-policies.ts';
import type { PolicyKind } from '../policy/types.ts';
import { readFindingCases, textOfExample } from './finding-cases.ts';

export interface PolicyTextOfKind {
  readonly text: string;
  readonly kind: PolicyKind;
}

const account = '111122223333';
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;

/** Policies as AWS writes them, and those of the finding cases. */
export const realPolicies: readonly PolicyTextOfKind[] = [
  apiDefaultKeyPolicy(account),
  consoleKeyPolicy({ account, administrators: [role('Admin')], users: [role('App'), role('Batch')] }),
]
  .map((policy): PolicyTextOfKind => ({ text: JSON.stringify(policy, null, 2), kind: 'key' }))
  .concat(
    readFindingCases()
      .flatMap(({ raises, silent }) => [...raises, ...silent])
      .map((example) => ({ text: textOfExample(example), kind: example.kind ?? 'key' }))
      .filter(({ text }) => text.length < 4000),
  );

/** Characters that matter to the grammar, and a few that do not. */
const inserted = fc.constantFrom(
  ...[
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '\n',
    ' ',
    '/',
    '//',
    '/*',
    "'",
    '$',
    '${',
    '*',
    'a',
    '"Sid"',
    'kms:',
    'é',
    '\u0000',
  ],
);

const edit = fc.record({ at: fc.nat(), drop: fc.nat(12), put: inserted });

/** Real policies with a few characters dropped and put in, anywhere. */
export const mutatedPolicies: fc.Arbitrary<PolicyTextOfKind> = fc
  .record({ policy: fc.constantFrom(...realPolicies), edits: fc.array(edit, { maxLength: 4 }) })
  .map(({ policy, edits }) => ({
    kind: policy.kind,
    text: edits.reduce((text, { at, drop, put }) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + put + text.slice(from + drop);
    }, policy.text),
  }));
