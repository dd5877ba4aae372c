import { describe, expect, it } from 'vitest';
import { previewAccess } from './preview-access.ts';

const policy = (action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:role/app' },
        Action: action,
        Resource: '*',
      },
    ],
  });

const key = { arn: 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' };

describe('previewAccess', () => {
  it('says who gains and who loses what', () => {
    const before = policy('kms:Encrypt');
    const diff = previewAccess({ key, resourcePolicy: { text: before } }, before, policy('kms:Decrypt'));
    const said = (changes: NonNullable<typeof diff>['gains'] = []) =>
      changes.map(({ principal, actions }) => [principal.principal, actions.map(({ action }) => action)]);
    expect(said(diff?.gains)).toEqual([['arn:aws:iam::111122223333:role/app', ['kms:Decrypt']]]);
    expect(said(diff?.losses)).toEqual([['arn:aws:iam::111122223333:role/app', ['kms:Encrypt']]]);
  });

  it('compares nothing when the policy is not part of the environment', () => {
    expect(previewAccess({ key, resourcePolicy: policy('kms:Sign') }, '{}', '{"a":1}')).toBeNull();
  });
});
