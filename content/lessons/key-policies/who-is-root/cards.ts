import type { Card } from '@/lib/model/lesson.ts';

export const cards: readonly Card[] = [
  {
    id: 'root-who',
    front: 'Whom does `arn:aws:iam::111122223333:root` stand for in a key policy?',
    back: 'The account as a whole. It covers the root user, and lets the account’s IAM policies decide for everybody else.',
  },
  {
    id: 'root-two-ways',
    front: 'In the key’s own account, which two ways lead from policies to “allowed”?',
    back: 'The key policy names the caller: no IAM policy needed. Or it names the account, and an IAM policy allows the caller. An explicit deny beats both.',
  },
  {
    id: 'root-identity-based',
    front:
      'A message ends with “because no identity-based policy allows the kms:Decrypt action”. What is missing?',
    back: 'An IAM policy of the caller. The key policy leaves the decision to IAM, and IAM is silent.',
  },
  {
    id: 'root-resource-based',
    front:
      'A message ends with “because no resource-based policy allows the kms:Decrypt action”. Why will an IAM policy alone not help?',
    back: 'The key policy does not leave this action to IAM: no statement for the account covers it. Change the key policy.',
  },
  {
    id: 'root-lockout',
    front:
      'A key policy names only `role/KeyAdmin`, and that role is deleted. Who can change the policy now?',
    back: 'Nobody in the account, not even the root user or a new role of the same name. Only AWS Support can help.',
  },
  {
    id: 'root-cross-account',
    front: 'A key policy names a role of another account. Is that enough for it to decrypt?',
    back: 'No. An IAM policy in the role’s own account must allow it as well.',
  },
  {
    id: 'root-safety-check',
    front: 'What does the lockout safety check of PutKeyPolicy make sure of?',
    back: 'Only that the caller who sets the policy could set it again. It does not check anybody else, and can be skipped.',
  },
];
