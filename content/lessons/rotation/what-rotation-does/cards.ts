import type { Card } from '@/lib/model/lesson.ts';

export const cards: readonly Card[] = [
  {
    id: 'rotation-old-ciphertext',
    front: 'A key has rotated. What must you do so that old ciphertext can still be decrypted?',
    back: 'Nothing. KMS keeps the old material as long as the key lives and picks the right one by itself.',
  },
  {
    id: 'rotation-unchanged',
    front: 'Name what rotation of a key leaves unchanged.',
    back: 'Key id, ARN, aliases, key policy, grants, tags, and all existing ciphertext and data keys.',
  },
  {
    id: 'rotation-period',
    front: 'Which periods can automatic rotation have, and which one if you name none?',
    back: '90 to 2,560 days; 365 if you name none.',
  },
  {
    id: 'rotation-on-demand',
    front: 'How often can one key rotate on demand, and what does that do to the automatic schedule?',
    back: '25 times in its life, which cannot be raised. The schedule stays as it is.',
  },
  {
    id: 'rotation-which-keys',
    front: 'Which customer managed keys can rotate automatically?',
    back: 'Symmetric encryption keys whose material KMS made. Not imported, asymmetric or HMAC keys, nor keys in a custom key store.',
  },
  {
    id: 'rotation-leaked-data-key',
    front: 'A plaintext data key has leaked. Does rotating the KMS key help?',
    back: 'No. The data is still readable with that data key. It must be encrypted again under a new one.',
  },
  {
    id: 'rotation-alias-trap',
    front: 'You “rotated” by a new key behind the same alias. Why must the old key stay?',
    back: 'It is another key. Everything that the old one encrypted, only the old one can decrypt.',
  },
];
