import { expect, test } from './fixtures.ts';
import { openLab } from './lab.ts';

test('the whole lab by keyboard: commands, keys, panes, matrix, steps', async ({ page }) => {
  await openLab(page, '/playground?scenario=iam-says-nothing');
  await expect(page.getByRole('region', { name: 'Decision' }).getByRole('status')).toContainText(
    'Implicitly denied',
  );
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Next check of the decision');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('m');
  const grid = page.getByRole('grid', { name: 'Who may do what' });
  await grid.getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const cell = page.locator('[data-cell="1 1"]');
  await expect(cell).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cell).not.toHaveAttribute('aria-current', 'true');

  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Command' }).fill('scenario fix');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Decision' }).getByRole('status')).toContainText('Allowed');

  await page.keyboard.press(']');
  await expect(page.locator('li:focus')).toContainText('Resource');
  const strip = page.getByRole('separator', { name: 'Height of the strip below' });
  await strip.focus();
  const height = Number(await strip.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowUp');
  await expect(strip).toHaveAttribute('aria-valuenow', String(height + 2));
  await page.keyboard.press('Enter');
  await expect(strip).toHaveAttribute('aria-valuenow', '0');
  await page.reload();
  await expect(strip).toHaveAttribute('aria-valuenow', '0');
});

test('a step of the trace lights the characters it speaks of, and leaves the focus where it is', async ({
  page,
}) => {
  await openLab(page, '/playground?scenario=two-statements');
  await expect(page.getByRole('region', { name: 'Decision' }).getByRole('status')).toContainText(
    'Implicitly denied',
  );
  for (let step = 0; step < 5; step += 1) await page.keyboard.press(']');
  await expect(page.locator('li:focus')).toContainText('Key policy');
  await expect(page.locator('mark[class*="tone-focus"]').first()).toBeVisible();
});

test('keys of a single character can be switched off', async ({ page }) => {
  await openLab(page, '/playground?scenario=two-statements');
  await expect(page.getByText('Changes are kept in this browser')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Command' }).fill('all keys');
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await sheet.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('n');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeVisible();
});
