import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openLab } from './lab.ts';

const editor = (page: Page) => page.getByRole('textbox', { name: /^Key policy, text/ });
const kept = (page: Page) => expect(page.getByText('Draft kept in this browser')).toBeVisible();

test('two tabs with one draft: the second is told, and both texts stay', async ({ page, context }) => {
  await openLab(page, '/playground?scenario=lockout');
  await page.getByRole('checkbox', { name: 'Plain editor' }).first().check();
  const other = await context.newPage();
  await openLab(other, '/playground?scenario=lockout');
  await expect(editor(other)).toBeEditable();

  await editor(page).fill('{ "tab": 1 }');
  await kept(page);
  await expect(other.getByText('Another tab has changed this draft.')).toBeVisible();
  await editor(other).fill('{ "tab": 2 }');
  await expect(other.getByText('kept as the copy')).toBeVisible();
  await expect(editor(other)).toHaveValue('{ "tab": 2 }');

  await page.reload();
  await expect(editor(page)).toHaveValue('{ "tab": 1 }');
  await page.getByRole('button', { name: /^Scenario/ }).click();
  await page
    .getByRole('list', { name: 'Your copies' })
    .getByRole('button', { name: /this tab/ })
    .first()
    .click();
  await expect(editor(page)).toHaveValue('{ "tab": 2 }');
});
