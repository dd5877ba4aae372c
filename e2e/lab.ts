import { expect, type Page } from '@playwright/test';

/** Opens the playground and waits until the page itself decides: what the server sent shows no time. */
export async function openLab(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('region', { name: 'Decision' }).getByText(/\d ms$/)).toBeVisible();
}

/** Waits until a draft is written: the page may be left before that, and says "kept" of the write before, too. */
export async function keptDraft(page: Page, id: string, part: string): Promise<void> {
  const read = (key: string) =>
    new Promise<string>((resolve, reject) => {
      const opening = indexedDB.open('kms-playground');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const asked = opening.result.transaction('drafts').objectStore('drafts').get(key);
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          opening.result.close();
          resolve(JSON.stringify(asked.result ?? null));
        };
      };
    });
  await expect.poll(() => page.evaluate(read, id)).toContain(JSON.stringify(part).slice(1, -1));
}
