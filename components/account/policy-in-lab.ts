import { emptyAccount } from '@/lib/model/account.ts';
import type { KeyView } from '@/lib/model/account-view.ts';
import { emptyRequest, type PlaygroundDocument, type PlaygroundState } from '@/lib/model/playground.ts';
import type { PlaygroundVisit } from '@/lib/model/playground-visit.ts';
import { nameOf } from './account-context.ts';

/** The lab's world around one key of the account, with the policy and the aliases that the key has there. */
export function policyInLab(lab: PlaygroundState, target: KeyView, caller: string): PlaygroundVisit {
  const { arn, aliases, keySpec, keyUsage, manager, origin, multiRegion } = target;
  const facts = { arn, aliases: [...aliases], keySpec, keyUsage, manager, origin };
  const isOfKey = ({ attachedTo }: PlaygroundDocument) => (attachedTo ?? lab.world.keys[0]?.arn) === arn;
  const policy: PlaygroundDocument = {
    id: 'policy-of-the-account',
    kind: 'key',
    name: 'Key policy',
    text: target.policy,
    disabled: [],
    attachedTo: arn,
  };
  // Documents that speak of the first key by saying nothing go on speaking of it.
  const others = lab.documents
    .filter((document) => !(document.kind === 'key' && isOfKey(document)))
    .map((document) =>
      document.kind === 'key' || document.kind === 'grants'
        ? { ...document, attachedTo: document.attachedTo ?? lab.world.keys[0]?.arn ?? arn }
        : document,
    );
  const state: PlaygroundState = {
    ...lab,
    scenario: 'simulated-account',
    world: {
      ...lab.world,
      keys: [
        multiRegion === null ? facts : { ...facts, multiRegion: true },
        ...lab.world.keys.filter((key) => key.arn !== arn),
      ],
    },
    documents: [policy, ...others],
    request: { ...emptyRequest, principal: caller, action: 'kms:Decrypt', key: arn, resource: arn },
    savedRequests: [],
    baseline: null,
    account: emptyAccount,
  };
  return {
    name: 'account:key',
    title: nameOf(target).slice(0, 120),
    note: 'A key of the simulated account, with its policy as it stands there. What you change here stays here.',
    back: '/playground/account#keys',
    start: state,
    state,
  };
}
