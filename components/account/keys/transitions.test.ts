import { expect, test } from 'vitest';
import type { KeyView } from '@/lib/model/account-view.ts';
import { type KeyStateRow, keyStates } from '@/simulator/catalog/key-states.ts';
import { transitionsOf } from './transitions.ts';

const primary = { primaryRegion: 'us-east-1', regions: ['us-east-1', 'eu-west-1'] };
const key = (more: Partial<KeyView>) =>
  ({ origin: 'AWS_KMS', multiRegion: null, region: 'us-east-1', ...more }) as KeyView;
const kinds = {
  plain: key({}),
  imported: key({ origin: 'EXTERNAL' }),
  primary: key({ multiRegion: primary }),
};

test.each(Object.entries(kinds))('%s: every step is one that the catalog knows', (_, target) => {
  for (const { from, to, operation } of transitionsOf(target)) {
    if (operation === null) continue;
    const leaves: KeyStateRow = keyStates[from];
    expect(leaves.leftBy, `${from} by ${operation}`).toContain(operation);
    if (to === 'Deleted') continue;
    const enters: KeyStateRow = keyStates[to];
    expect(enters.enteredBy, `${to} by ${operation}`).toContain(operation);
  }
});

test('a primary key waits for its replicas first', () => {
  const states = transitionsOf(kinds.primary).filter(({ operation }) => operation === 'ScheduleKeyDeletion');
  expect(new Set(states.map(({ to }) => to))).toEqual(new Set(['PendingReplicaDeletion']));
});
