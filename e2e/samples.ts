import { randomUUID } from 'node:crypto';

/** A policy as a browser sends it, under an id of its own. */
export function newPolicy(fields: Record<string, unknown> = {}) {
  return { id: randomUUID(), name: 'Mine', kind: 'key', text: '{}', environment: '{}', ...fields };
}

/** A progress event as a browser sends it, under an id of its own. */
export function newEvent(fields: Record<string, unknown> = {}) {
  const event = {
    kind: 'lesson-opened',
    subject: 'who-is-root',
    payload: {},
    at: '2026-03-01T12:00:00.000Z',
  };
  return { id: randomUUID(), ...event, ...fields };
}

/** Meets every goal of "Who is root?": administration is left to IAM, decryption is not. */
export const passingPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: ['kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:PutKeyPolicy'],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/app' },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
  ],
});
