import type { Card } from '@/lib/model/lesson.ts';

export const cards: readonly Card[] = [
  {
    id: 'kinds-who-creates-aws-managed',
    front: 'Who creates an AWS managed key such as `aws/s3`, where, and when?',
    back: 'The service creates it in your account, when you first ask it to encrypt with KMS and name no key.',
  },
  {
    id: 'kinds-share',
    front: 'A snapshot is encrypted with `aws/ebs` and another account needs it. What must happen first?',
    back: 'Copy it under a customer managed key. The policy of an AWS managed key cannot be edited, and it admits only your own account.',
  },
  {
    id: 'kinds-direct-use',
    front:
      'Your role has `kms:Decrypt` on every key in IAM. Why can it still not call Decrypt on `aws/s3` itself?',
    back: 'The key policy allows use only where `kms:ViaService` names S3, that is, when S3 calls for you. It leaves nothing but reading metadata to IAM.',
  },
  {
    id: 'kinds-cloudtrail',
    front: 'For which kinds of keys does your CloudTrail show the use?',
    back: 'Customer managed and AWS managed. The use of AWS owned keys is not visible to you.',
  },
  {
    id: 'kinds-cost',
    front: 'What does each kind of key cost?',
    back: 'Customer managed: $1 a month, up to $3 once it has rotated twice, plus requests. AWS managed: requests only. AWS owned: nothing.',
  },
  {
    id: 'kinds-delete',
    front: 'Which kinds can you delete, and how fast?',
    back: 'Only customer managed keys. Deletion waits 7 to 30 days (30 unless you say otherwise) and can be cancelled until then.',
  },
];
