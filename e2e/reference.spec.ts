import { expect, test } from './fixtures.ts';

test('findings are narrowed by words and by kind, and lead to their pages', async ({ page }) => {
  await page.goto('/reference');
  await page.getByRole('link', { name: 'Findings of the policy check' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Findings of the policy check');
  const list = page.getByRole('listitem').filter({ has: page.locator('code') });
  const all = await list.count();
  expect(all).toBeGreaterThan(100);
  await page.getByRole('searchbox', { name: 'Find a code or a word' }).fill('lockout');
  await expect(page.getByRole('status')).toHaveText('1 found');
  await page.getByRole('searchbox').fill('');
  await expect(list).toHaveCount(all);
  const scp = page.getByRole('link', { name: /SCP_SYNTAX_ERROR_PRINCIPAL/ });
  await expect(scp).toBeVisible();
  await page.getByRole('checkbox', { name: 'Only for key policies' }).check();
  await expect(scp).toBeHidden();
  await page.getByRole('link', { name: /KMS_PUBLIC_PRINCIPAL/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everybody, in every account');
});

test('the policy of a finding opens in the playground', async ({ page }) => {
  await page.goto('/reference/findings/KMS_PUBLIC_PRINCIPAL');
  await page.getByRole('link', { name: 'Open the policy in the playground' }).click();
  await expect(page).toHaveURL(/\/playground#v1\./);
  await expect(page.getByRole('checkbox', { name: /^Use/ })).toBeVisible();
});
