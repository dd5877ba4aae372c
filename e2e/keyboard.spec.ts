import { expect, test } from './fixtures.ts';

test('the editor is entered, used and left, and the trace is walked, by keyboard alone', async ({ page }) => {
  await page.goto('/playground?scenario=secrets-manager', { waitUntil: 'networkidle' });
  await page.getByRole('tab', { name: 'Key policy' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type(' ');
  await expect(page.getByText('Draft kept in this browser')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: 'Plain editor' }).first()).toBeFocused();

  await page.locator(':focus').blur();
  await page.keyboard.press(']');
  await expect(page.locator('li:focus')).toContainText('Resource');
  await page.keyboard.press('[');
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await expect(page.locator('li:focus')).toBeVisible();
});
