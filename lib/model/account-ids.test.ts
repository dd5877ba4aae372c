import { describe, expect, it } from 'vitest';
import { realAccountIds, withExampleAccounts } from './account-ids.ts';

const text = [
  'arn:aws:iam::210987654321:role/app',
  'arn:aws:iam::111122223333:root',
  'arn:aws:kms:us-west-2:210987654321:key/11111111-2222-3333-4444-555566667777',
  'trail-logs-135792468013',
].join(' ');

describe('account ids', () => {
  it('are pointed out unless they are examples or parts of other ids', () => {
    expect(realAccountIds(text)).toEqual(['210987654321', '135792468013']);
    expect(realAccountIds('999999999999 222222222222 1234567890123')).toEqual([]);
  });

  it('are replaced, each by one example that the text does not use yet', () => {
    expect(withExampleAccounts(text)).toBe(
      [
        'arn:aws:iam::444455556666:role/app',
        'arn:aws:iam::111122223333:root',
        'arn:aws:kms:us-west-2:444455556666:key/11111111-2222-3333-4444-555566667777',
        'trail-logs-777788889999',
      ].join(' '),
    );
    expect(realAccountIds(withExampleAccounts(text))).toEqual([]);
  });

  it('stay apart when there are more of them than unused examples', () => {
    const many = Array.from({ length: 12 }, (_, index) => `21098765432${index}`.slice(-12)).join(' ');
    const replaced = withExampleAccounts(many).split(' ');
    expect(new Set(replaced).size).toBe(new Set(many.split(' ')).size);
  });
});
