import type { Locator } from '@playwright/test';
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

test('a long line wraps alike in the text and in the colours behind it', async ({ page }) => {
  await page.goto('/playground');
  const editor = page.getByRole('textbox', { name: /^Key policy, text/ });
  const role = `arn:aws:iam::111122223333:role/${'deep/'.repeat(20)}app`;
  await editor.fill(`{\n  "Statement": {\n        "Principal": { "AWS": "${role}" }\n  }\n}`);
  const heights = await editor.evaluate((area) => {
    const colours = area.previousElementSibling?.scrollHeight;
    // The text's own height shows only where the box asks for none.
    area.style.height = '0';
    return { text: area.scrollHeight, colours };
  });
  expect(heights.colours).toBe(heights.text);
  expect(heights.text).toBeGreaterThan(7 * 20);
});

test('nothing stays hidden behind the bar at the bottom', async ({ page }) => {
  await page.goto('/playground');
  const bar = page.getByRole('navigation', { name: 'Parts of the playground' });
  const bottomOf = async (locator: Locator) => {
    const box = await locator.boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  const verdict = page.getByRole('region', { name: 'Decision' }).getByText('Implicitly denied').first();
  for (const text of ['{ "Version": ', '{}']) {
    await page.getByRole('textbox', { name: /^Key policy, text/ }).fill(text);
    await expect(page.getByText('as of the last valid text').first()).toBeVisible();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const last = page.getByRole('contentinfo').locator(':scope > *').last();
    expect(await bottomOf(last)).toBeLessThanOrEqual((await verdict.boundingBox())?.y ?? 0);
    await expect(bar).toBeInViewport();
  }
});

test('on a phone: everything else is behind the fourth tab, and scrolls in its own box', async ({ page }) => {
  await page.goto('/playground?scenario=iam-says-nothing');
  const parts = page.getByRole('navigation', { name: 'Parts of the playground' });
  await parts.getByRole('button', { name: 'More' }).tap();
  await page.getByRole('tab', { name: 'Matrix' }).tap();
  const cell = page.getByRole('button', { name: /^role app, Encrypt: / });
  await cell.tap();
  await parts.getByRole('button', { name: 'Request' }).tap();
  await expect(page.getByRole('combobox', { name: 'Does what' })).toHaveValue('kms:Encrypt');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});
