import { describe, expect, it } from 'vitest';
import { policyLanguage } from '@/simulator/index.ts';
import { matchCompletions } from './match-completions.ts';

function matching(marked: string): readonly string[] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const items = policyLanguage({ kind: 'key' }).completions(text, offset);
  return matchCompletions(items, text, offset).map(({ label }) => label);
}

const action = (inside: string) => `{"Statement":[{"Action":${inside}}]}`;

describe('matchCompletions', () => {
  it.each([
    ['what begins with it, whatever the case', '"KMS:ENCRY|"', ['kms:Encrypt']],
    [
      'what contains it',
      '"Encry|"',
      ['kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:ReEncrypt*'],
    ],
    ['no quotation mark yet', 'kms:Sig|', ['kms:Sign']],
    ['nothing for what nothing contains', '"zzz|"', []],
  ])('%s', (_, inside, expected) => {
    expect(matching(action(inside))).toEqual(expected);
  });

  it('has nothing to offer for what is complete', () => {
    expect(matching('{"Statement":[{"Effect":"Deny|"}]}')).toEqual([]);
  });
});
