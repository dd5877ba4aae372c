import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({
  serviceWorkers: 'allow',
  // Saved policies and progress are asked for, and wait until there is a network again.
  expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/],
});

/** Waits until everything that the service worker wants to keep is kept. */
async function kept(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const list = await fetch('/_next/static/offline.json');
          const wanted: { files: string[]; pages: string[] } = await list.json();
          const [files, pages] = await Promise.all([caches.open('files'), caches.open('pages')]);
          const found = await Promise.all([
            ...wanted.files.map((path) => files.match(path)),
            ...wanted.pages.map((path) => pages.match(path)),
          ]);
          return found.includes(undefined) ? 'not yet' : 'kept';
        }),
      { timeout: 30_000 },
    )
    .toBe('kept');
}

const verdict = (page: Page) => page.getByRole('region', { name: 'Decision' }).getByRole('status');

test('after one visit, the playground decides without a network, and what is done there stays', async ({
  page,
  context,
}) => {
  await page.goto('/playground');
  await kept(page);
  await context.setOffline(true);

  await page.goto('/playground?scenario=lockout');
  await expect(verdict(page)).toContainText('Implicitly denied');
  // What a worker found, the worker's own code from the cache.
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText(
    'could change this key policy any more',
  );
  await page.getByText('Cause and fix').click();
  await page.getByRole('button', { name: 'Put the fix in' }).click();
  await expect(verdict(page)).toContainText('Allowed');
  await expect(page.getByText('Draft kept in this browser')).toBeVisible();

  await page.reload();
  await expect(verdict(page)).toContainText('Allowed');

  await page.goto('/dashboard');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.setOffline(false);
});

test('a page that was read once can be read again without a network', async ({ page, context }) => {
  await page.goto('/learn');
  await kept(page);
  await page.goto('/learn/key-policies/who-is-root');
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
  await context.setOffline(false);
});
