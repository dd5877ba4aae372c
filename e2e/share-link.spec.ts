import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { keptDraft, openLab } from './lab.ts';

const editor = (page: Page) => page.getByRole('textbox', { name: /^Key policy, text/ });
const plain = (page: Page) => page.getByRole('checkbox', { name: 'Plain editor' }).first().check();

async function copyLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).first().click();
  const link = page.getByRole('dialog').getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/#v1\./);
  const address = await link.inputValue();
  await page.getByRole('button', { name: 'Close' }).click();
  return address;
}

test('a visited link leaves the draft alone until it is kept', async ({ page }) => {
  await openLab(page, '/playground?scenario=lockout');
  await plain(page);
  await editor(page).fill('{ "shared": true }');
  const link = await copyLink(page);
  await editor(page).fill('{ "mine": true }');
  await keptDraft(page, 'playground:lockout', '{ "mine": true }');

  await page.goto('about:blank');
  await page.goto(link);
  const note = page.getByRole('region', { name: 'Shared link' });
  await expect(note).toBeVisible();
  await expect(editor(page)).toHaveValue('{ "shared": true }');
  await editor(page).fill('{ "tried": true }');
  await note.getByRole('link', { name: 'Back to my draft' }).click();
  await expect(editor(page)).toHaveValue('{ "mine": true }');

  await page.goto('about:blank');
  await page.goto(link);
  await note.getByRole('button', { name: 'Keep' }).click();
  await expect(page).toHaveURL(/\?copy=/);
  await expect(page.getByText('Draft kept in this browser')).toBeVisible();
  await page.reload();
  await expect(editor(page)).toHaveValue('{ "shared": true }');
  await page.goto('/playground?scenario=lockout');
  await expect(editor(page)).toHaveValue('{ "mine": true }');
});

test('a damaged link and one of a newer version say which they are, and the draft is there', async ({
  page,
}) => {
  await openLab(page, '/playground?scenario=lockout');
  await plain(page);
  await editor(page).fill('{ "mine": true }');
  await expect(page.getByText('Draft kept in this browser')).toBeVisible();
  const link = await copyLink(page);
  const before = await editor(page).inputValue();
  for (const [broken, words] of [
    [link.slice(0, -40), 'This link is damaged'],
    [link.replace('#v1.', '#v9.'), 'newer version'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(broken);
    await expect(page.getByText(words)).toBeVisible();
    await expect(editor(page)).toHaveValue(before);
  }
});

test('ids of accounts that may be real are pointed out before a link is given away', async ({ page }) => {
  await openLab(page, '/playground?scenario=lockout');
  await plain(page);
  await editor(page).fill('{ "Principal": { "AWS": "210987654321" } }');
  await page.getByRole('button', { name: 'Share' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText('210987654321');
  await dialog.getByRole('button', { name: 'Replace with example accounts' }).click();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(editor(page)).not.toHaveValue(/210987654321/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(editor(page)).toHaveValue(/210987654321/);
});

test('a file brings back everything', async ({ page }) => {
  await openLab(page, '/playground?scenario=lockout');
  await plain(page);
  await editor(page).fill('{ "kept": "in a file" }');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Command' }).fill('export');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const path = await (await download).path();
  await openLab(page, '/playground?scenario=secrets-manager');
  await page.keyboard.press('i');
  await page.getByRole('dialog').getByLabel('Or a file').setInputFiles(path);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(editor(page)).toHaveValue('{ "kept": "in a file" }');
});
