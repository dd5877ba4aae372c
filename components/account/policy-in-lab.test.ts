import { expect, test } from 'vitest';
import { emptyAccount } from '@/lib/model/account.ts';
import { viewOf } from '@/lib/model/account-view.ts';
import { AccountWorld } from '@/lib/model/account-world.ts';
import { emptyRequest, type PlaygroundState } from '@/lib/model/playground.ts';
import { readVisit } from '@/lib/model/playground-visit.ts';
import { policyInLab } from './policy-in-lab.ts';

const root = { arn: 'arn:aws:iam::111122223333:root' };
const labKey = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const lab: PlaygroundState = {
  version: 2,
  scenario: 'a',
  world: {
    accounts: [{ id: '111122223333', name: 'Owner' }],
    organization: null,
    identities: [],
    keys: [{ arn: labKey }],
  },
  documents: [{ id: 'key-policy', kind: 'key', name: 'Key policy', text: '{}', disabled: [] }],
  request: emptyRequest,
  savedRequests: [],
  baseline: null,
  account: emptyAccount,
};

async function world(...inputs: Record<string, string | boolean>[]): Promise<AccountWorld> {
  const account = new AccountWorld({
    accounts: [{ id: '111122223333', keys: [{ id: labKey.split('/')[1] ?? '', region: 'us-east-1' }] }],
  });
  await account.goTo(inputs.map((input) => ({ type: 'call', caller: root, operation: 'CreateKey', input })));
  return account;
}

test('a key of the account comes first, with its policy as it stands there; the lab’s own keeps its own', async () => {
  const { world: made } = await world(
    { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
    { MultiRegion: true },
  );
  for (const key of viewOf(made).keys.slice(1)) {
    const visit = policyInLab(lab, key, root.arn);
    expect(readVisit(visit)).toEqual(visit);
    expect(visit.state.world.keys.map(({ arn }) => arn)).toEqual([key.arn, labKey]);
    expect(visit.state.documents.map(({ attachedTo, text }) => [attachedTo, text])).toEqual([
      [key.arn, key.policy],
      [labKey, '{}'],
    ]);
  }
});

test('the lab’s own key has the policy that it has in the account now', async () => {
  const { world: made } = await world();
  const [key] = viewOf(made).keys;
  if (key === undefined) throw new Error('no key');
  const { state } = policyInLab(lab, key, root.arn);
  expect(state.documents).toEqual([expect.objectContaining({ kind: 'key', text: key.policy })]);
});
