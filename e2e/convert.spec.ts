import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const verdict = (page: Page, name: string) =>
  expect(page.getByRole('region', { name: 'Decision' }).getByRole('status')).toContainText(name);

const terraform = `
data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "other" {
  statement {
    actions   = ["kms:Encrypt"]
    resources = ["*"]
  }
}

resource "aws_kms_key" "app" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "App"
      Effect    = "Allow"
      Principal = { AWS = ["arn:aws:iam::\${data.aws_caller_identity.current.account_id}:root", var.app_role] }
      Action    = "kms:Decrypt"
      Resource  = "*"
    }]
  })
}
`;

test('Terraform pasted into the editor: take the policy out of it, fill it in, see the verdict change', async ({
  page,
}) => {
  await page.goto('/playground');
  await page.getByRole('checkbox', { name: 'Plain editor' }).first().check();
  const editor = page.getByRole('textbox', { name: /^Key policy, text/ });
  await editor.fill('{"Version": "2012-10-17", "Statement": []}');
  await verdict(page, 'Implicitly denied');
  await editor.fill(terraform);
  await expect(page.getByText('This looks like Terraform.')).toBeVisible();
  await page.getByRole('button', { name: 'Take the policy out of it' }).click();

  const dialog = page.getByRole('dialog', { name: 'Import' });
  await expect(dialog.getByText('Terraform: 2 policies found.')).toBeVisible();
  await dialog.getByRole('radio', { name: /aws_kms_key\.app/ }).check();
  await dialog.getByRole('textbox', { name: /var\.app_role/ }).fill('arn:aws:iam::111122223333:role/app');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();

  await verdict(page, 'Allowed');
  await expect(editor).toHaveValue(
    /"arn:aws:iam::111122223333:root",\s+"arn:aws:iam::111122223333:role\/app"/,
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(editor).toHaveValue(terraform);
});

test('a policy is exported as CloudFormation, and copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/playground');
  await page.getByRole('button', { name: /^Export a policy/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('tab', { name: 'CloudFormation' }).click();
  await dialog.getByRole('checkbox', { name: /Refer to account/ }).check();
  await expect(dialog.getByRole('region', { name: 'The policy in this format' })).toContainText(
    'Type: AWS::KMS::Key',
  );
  await dialog.getByRole('button', { name: 'Copy the export' }).click();
  await expect(dialog.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('!Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:');
});
