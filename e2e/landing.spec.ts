import { twoStatements } from '../content/scenarios/two-statements.ts';
import { expect, test } from './fixtures.ts';

// A newcomer's first 30 seconds: two clicks, the two hardest ideas.
test.describe('the key policy on the landing page', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/');
  });

  test('opens with a verdict and the statement it rests on', async ({ page }) => {
    await expect(page.getByRole('status')).toContainText('Allowed');
    await expect(page.getByRole('status')).toContainText('by AllowAppDecrypt, line 13');
  });

  test('denies implicitly once nobody says yes', async ({ page }) => {
    await page.getByRole('checkbox', { name: 'AllowAppDecrypt' }).uncheck();
    await expect(page.getByRole('status')).toContainText('Implicitly denied');
    await expect(page.getByText('no identity-based policy allows the kms:Decrypt action')).toBeVisible();
    await expect(page.getByText(/^\d+\.\d ms$/)).toBeVisible();
  });

  test('warns of a lockout when the account statement goes', async ({ page }) => {
    await page.getByRole('checkbox', { name: 'EnableIamPolicies' }).uncheck();
    await expect(page.getByRole('status')).toContainText('Allowed');
    await expect(page.getByRole('status')).toContainText('Locked out');
    await page.getByRole('checkbox', { name: 'EnableIamPolicies' }).check();
    await expect(page.getByRole('status')).not.toContainText('Locked out');
  });

  test('answers for another caller and another action, by keyboard', async ({ page }) => {
    await page.getByRole('radio', { name: 'app role', exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'other account' })).toBeChecked();
    await expect(page.getByRole('status')).toContainText('Implicitly denied');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('status')).toContainText('Allowed');
    await page.getByRole('combobox', { name: 'Does what?' }).selectOption('kms:Encrypt');
    await expect(page.getByRole('status')).toContainText('Implicitly denied');
  });

  test('leads to the first lesson and to the playground', async ({ page }) => {
    await page.getByRole('link', { name: 'Open this in the playground' }).click();
    await expect(page).toHaveURL(/\/playground\?scenario=two-statements$/);
    await expect(page.getByRole('button', { name: 'Scenario The policy of the first page' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: /^Key policy, text/ })).toHaveValue(
      twoStatements.state.documents[0]?.text ?? '',
    );
    await expect(page.getByRole('region', { name: 'Decision' }).getByRole('status')).toContainText(
      'Implicitly denied',
    );

    await page.goBack();
    await page.getByRole('link', { name: /^Lesson 1, \d+ min$/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'The three kinds of KMS keys' })).toBeVisible();
  });
});

test('a chosen theme is there before the page is painted, and after a reload', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('radio', { name: 'Dark theme' }).check();
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('radio', { name: 'Dark theme' })).toBeChecked();
  await page.getByRole('radio', { name: 'Theme of the system' }).check();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});
