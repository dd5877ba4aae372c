import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openLab } from './lab.ts';

const decision = (page: Page) => page.getByRole('region', { name: 'Decision' });
const verdict = (page: Page, name: string) => expect(decision(page).getByRole('status')).toContainText(name);
const editor = (page: Page) => page.getByRole('textbox', { name: /^Key policy, text/ });

/** The key policy of a newcomer: it names the application for the wrong action. */
const pasted = (action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AppUsesKey',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:role/app' },
        Action: action,
        Resource: '*',
      },
    ],
  });

async function paste(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

test('paste a policy, see the denial, follow the trace to the statement, mend it, see it allowed', async ({
  page,
}) => {
  await page.goto('/playground');
  await editor(page).click();
  await page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().waitFor();
  await paste(page, pasted('kms:Encrypt'));
  await verdict(page, 'Implicitly denied');
  await expect(decision(page).getByText('because no resource-based policy allows')).toBeVisible();

  await decision(page)
    .getByRole('button', { name: /AppUsesKey.*Action does not match/ })
    .click();
  await page.keyboard.insertText('"Action":"kms:Decrypt"');
  await verdict(page, 'Allowed');
});

test('Monaco is fetched when the editor is focused, and not before', async ({ page }) => {
  const bytes = new Map<string, number>();
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) bytes.set(response.url(), (await response.body()).length);
  });
  const total = () => [...bytes.values()].reduce((sum, size) => sum + size, 0);
  await page.goto('/playground', { waitUntil: 'networkidle' });
  await expect(page.locator('.monaco-editor')).toHaveCount(0);
  const before = total();
  await editor(page).click();
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  expect(total()).toBeGreaterThan(before + 1_000_000);
});

test('a broken text keeps the last verdict and says so', async ({ page }) => {
  await page.goto('/playground');
  await page.getByRole('checkbox', { name: 'Plain editor' }).first().check();
  await editor(page).fill('{ "Version": ');
  await verdict(page, 'Implicitly denied, as of the last valid text');
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText('line 1');
  await editor(page).fill(pasted('kms:Decrypt'));
  await verdict(page, 'Allowed');
});

test('an unusable field is answered beside it and nothing typed is lost', async ({ page }) => {
  await page.goto('/playground');
  const action = page.getByRole('combobox', { name: 'Does what' });
  await action.fill('kms:Decript');
  await expect(page.getByText('KMS has no action of this name.')).toBeVisible();
  await expect(action).toHaveValue('kms:Decript');
  await verdict(page, 'as of the last request');
});

test('a draft and a saved policy survive a reload', async ({ page }) => {
  await page.goto('/playground');
  await page.getByRole('checkbox', { name: 'Plain editor' }).first().check();
  await editor(page).fill(pasted('kms:Decrypt'));
  await expect(page.getByText('Draft kept in this browser')).toBeVisible();
  await page.reload();
  await verdict(page, 'Allowed');

  await page.getByRole('button', { name: 'Save policy' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('App decrypts');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/\?policy=/);
  await page.reload();
  await verdict(page, 'Allowed');
  await expect(editor(page)).toHaveValue(pasted('kms:Decrypt'));
});

test('the fix of every scenario is a click away', async ({ page }) => {
  await openLab(page, '/playground?scenario=lockout');
  await verdict(page, 'Implicitly denied');
  await page.getByText('Cause and fix').click();
  await page.getByRole('button', { name: 'Put the fix in' }).click();
  await verdict(page, 'Allowed');
  await page.getByRole('button', { name: 'Undo' }).click();
  await verdict(page, 'Implicitly denied');
});
