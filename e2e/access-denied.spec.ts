import { crossAccountS3 } from '../content/scenarios/cross-account-s3.ts';
import { expect, test } from './fixtures.ts';
import { openLab } from './lab.ts';

const keyArn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const analyst = 'arn:aws:iam::444455556666:role/analyst';

/** What CloudTrail keeps of the call that S3 made for a role of another account. */
const event = JSON.stringify({
  eventVersion: '1.11',
  userIdentity: {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::444455556666:assumed-role/analyst/monday',
    accountId: '444455556666',
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: analyst, accountId: '444455556666', userName: 'analyst' },
    },
    invokedBy: 's3.amazonaws.com',
  },
  eventTime: '2026-03-01T12:00:00Z',
  eventSource: 'kms.amazonaws.com',
  eventName: 'Decrypt',
  awsRegion: 'us-west-2',
  sourceIPAddress: 's3.amazonaws.com',
  errorCode: 'AccessDenied',
  requestParameters: { encryptionContext: { 'aws:s3:arn': 'arn:aws:s3:::reports-bucket' } },
  resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: keyArn }],
});

test('an AccessDenied of S3 across accounts, from its CloudTrail event to the statement that was missing', async ({
  page,
}) => {
  await openLab(page, `/playground?scenario=${crossAccountS3.slug}`);
  const decision = page.getByRole('region', { name: 'Decision' });
  const request = page.getByRole('region', { name: 'Request' });
  await request.getByRole('combobox', { name: 'Does what' }).fill('kms:Encrypt');

  await request.getByRole('button', { name: 'Paste an error or an event' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(event);
  await expect(dialog.getByRole('status')).toContainText('s3.us-west-2.amazonaws.com');
  await dialog.getByRole('button', { name: 'Fill in the request' }).click();
  await expect(request.getByRole('combobox', { name: 'Does what' })).toHaveValue('kms:Decrypt');
  await expect(request.getByRole('combobox', { name: 'Through a service' })).toHaveValue(
    's3.us-west-2.amazonaws.com',
  );
  await expect(decision.getByRole('status')).toContainText('Implicitly denied');

  await decision.getByText(/^Ways to allow this: /).click();
  const way = decision
    .getByRole('listitem')
    .filter({ hasText: /Add a statement to the key policy/ })
    .first();
  await way.getByText(/^Effect on everybody/).click();
  await expect(way).toContainText('Decrypt');
  await way.getByRole('button', { name: /^Apply/ }).click();
  await expect(decision.getByRole('status')).toContainText('Allowed');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(decision.getByRole('status')).toContainText('Implicitly denied');
});

test('a text without a request says what is missing and fills in nothing', async ({ page }) => {
  await openLab(page, '/playground');
  await page.getByRole('button', { name: 'Paste an error or an event' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('An error occurred (AccessDenied): Access Denied');
  await expect(dialog.getByText(/“Access Denied” and no more/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Fill in the request' })).toBeDisabled();
});
