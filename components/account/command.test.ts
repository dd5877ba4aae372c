import { expect, test } from 'vitest';
import type { CallStep } from '@/lib/model/account.ts';
import { commandOf } from './command.ts';

const caller = { arn: 'arn:aws:iam::111122223333:root' };
const command = (operation: CallStep['operation'], input: CallStep['input']) =>
  commandOf({ type: 'call', caller, operation, input }, 'us-east-1')?.replaceAll(' \\\n ', '');

test.each<[CallStep['operation'], CallStep['input'], string]>([
  ['Encrypt', { KeyId: 'alias/app', Plaintext: 'aGk=' }, 'encrypt --key-id alias/app --plaintext aGk='],
  ['CreateKey', { MultiRegion: true }, 'create-key --multi-region'],
  ['UntagResource', { KeyId: 'k', TagKeys: ['a', 'b c'] }, "untag-resource --key-id k --tag-keys a 'b c'"],
  ['ScheduleKeyDeletion', { PendingWindowInDays: 7 }, 'schedule-key-deletion --pending-window-in-days 7'],
  ['Encrypt', { EncryptionContext: { team: 'blue' } }, `encrypt --encryption-context '{"team":"blue"}'`],
  ['PutKeyPolicy', { Policy: 'x'.repeat(200) }, 'put-key-policy --policy file://key-policy.json'],
])('%s', (operation, input, text) => {
  expect(command(operation, input)).toBe(`aws kms ${text} --region us-east-1`);
});

test('time that passes has no command', () => {
  expect(commandOf({ type: 'advance', duration: { days: 1 } }, 'us-east-1')).toBeNull();
});
