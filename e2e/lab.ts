import { expect, type Page } from '@playwright/test';

/** Opens the playground and waits until the page itself decides: what the server sent shows no time. */
export async function openLab(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('region', { name: 'Decision' }).getByText(/\d ms$/)).toBeVisible();
}
