import { expect, test } from '../fixtures.ts';

test('on a phone: one pane at a time, the verdict always in sight, the plain editor', async ({ page }) => {
  await page.goto('/playground');
  const verdict = page.getByText('Implicitly denied', { exact: true }).first();
  const parts = page.getByRole('navigation', { name: 'Parts of the playground' });
  await expect(verdict).toBeInViewport();
  await page.getByRole('textbox', { name: /^Key policy, text/ }).tap();
  await expect(page.locator('.monaco-editor')).toHaveCount(0);

  await parts.getByRole('button', { name: 'Request' }).tap();
  await expect(page.getByRole('combobox', { name: 'Does what' })).toBeVisible();
  await expect(verdict).toBeInViewport();

  await parts.getByRole('button', { name: 'Why' }).tap();
  await page.getByRole('button', { name: /AdministerKey/ }).tap();
  await expect(page.getByRole('textbox', { name: /^Key policy, text/ })).toBeFocused();

  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});
