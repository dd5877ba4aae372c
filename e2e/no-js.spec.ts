import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ javaScriptEnabled: false });

// Playwright's text matchers pass over `<noscript>`, so its text is read as such.
async function expectWithoutScript(page: Page, text: string) {
  const note = page.locator('noscript');
  await expect(note).toBeVisible();
  expect(await note.textContent()).toContain(text);
}

test('the landing page shows the policy and its verdict', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('"Sid": "AllowAppDecrypt"')).toBeVisible();
  await expect(page.getByRole('status')).toContainText('Allowed');
  await expectWithoutScript(page, 'This verdict came with the page.');
  await expect(page.getByRole('group', { name: 'Theme' })).toBeHidden();
});

test('lessons are reached and read', async ({ page }) => {
  await page.goto('/learn');
  await page.getByRole('link', { name: /Who is root\?/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Who is root\?/ })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Root means the account' })).toBeVisible();
  await expect(page.getByText('It opens no door.')).toBeVisible();
  await page.getByText('On this page', { exact: true }).click();
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/#root-means-the-account$/);
});

test('a lab says that it needs JavaScript, and shows its policy and goals', async ({ page }) => {
  await page.goto('/learn/key-policies/who-is-root');
  const lab = page.getByRole('region', { name: 'Lab', exact: true });
  await expect(lab.getByText('The lab runs in your browser and needs JavaScript.')).toBeVisible();
  await expect(lab.getByText('Our solution', { exact: true })).toBeVisible();
  await expect(lab.getByRole('region', { name: 'Key policy to start from' })).toContainText('"Statement"');
  await expect(lab.getByRole('button', { name: 'Start the lab' })).toBeHidden();
  await expect(lab.getByRole('heading', { name: 'Goals' })).toBeVisible();
});

test('a finding is found and read', async ({ page }) => {
  await page.goto('/reference/findings');
  await expect(page.getByRole('searchbox')).toBeHidden();
  const lockout = page.getByRole('link', { name: /KMS_LOCKOUT/ });
  await page.getByRole('checkbox', { name: 'Error' }).uncheck();
  await expect(lockout).toBeHidden();
  await page.getByRole('checkbox', { name: 'Error' }).check();
  await lockout.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The policy could not be changed again');
  await expect(page.getByRole('region', { name: 'Avoid: Key policies' })).toContainText('"kms:Decrypt"');
  await expect(page.getByRole('region', { name: 'Prefer: Key policies' })).toContainText('"kms:*"');
});
