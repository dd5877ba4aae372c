import { describe, expect, it } from 'vitest';
import { shellWord } from '@/lib/convert/shell-word.ts';
import { emptyRequest, type RequestForm } from '@/lib/model/playground.ts';
import { cliCommand, commandName } from './cli-command.ts';

const form = (more: Partial<RequestForm> = {}): RequestForm => ({
  ...emptyRequest,
  principal: 'arn:aws:iam::111122223333:role/app',
  action: 'kms:Decrypt',
  resource: 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  ...more,
});

describe('cliCommand', () => {
  it('names the key, what the operation needs, the context and the Region', () => {
    expect(cliCommand(form({ encryptionContext: [{ key: 'app', value: "o'hara" }] }))).toBe(
      [
        'aws kms decrypt',
        '--key-id arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        '--ciphertext-blob fileb://ciphertext.bin',
        `--encryption-context '{"app":"o'\\''hara"}'`,
        '--region us-west-2',
      ].join(' \\\n  '),
    );
  });

  it('makes one operation of the two permissions of ReEncrypt', () => {
    const command = cliCommand(
      form({ action: 'kms:ReEncryptTo', encryptionContext: [{ key: 'a', value: 'b' }] }),
    );
    expect(command).toMatch(/^aws kms re-encrypt /);
    expect(command).toContain('--destination-key-id arn:');
    expect(command).toContain('--destination-encryption-context');
  });

  it('leaves the encryption context out where the operation takes none', () => {
    const command = cliCommand(
      form({ action: 'kms:PutKeyPolicy', encryptionContext: [{ key: 'a', value: 'b' }] }),
    );
    expect(command).not.toContain('context');
  });

  it('gives no key to operations that take none', () => {
    expect(cliCommand(form({ action: 'kms:ListKeys' }))).not.toContain('--key-id');
  });

  it('has no command for what a service does', () => {
    expect(cliCommand(form({ viaService: 's3.us-west-2.amazonaws.com' }))).toBeNull();
    expect(cliCommand(form({ principal: 'logs.us-west-2.amazonaws.com' }))).toBeNull();
    expect(cliCommand(form({ action: 's3:GetObject' }))).toBeNull();
  });
});

it('command names are those of the AWS CLI', () => {
  expect(commandName('GenerateDataKeyPairWithoutPlaintext')).toBe('generate-data-key-pair-without-plaintext');
});

it('a shell word cannot break out of its quotes', () => {
  expect(shellWord('alias/app')).toBe('alias/app');
  expect(shellWord('$(rm -rf ~)')).toBe("'$(rm -rf ~)'");
});
