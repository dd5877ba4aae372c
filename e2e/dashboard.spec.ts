import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { newEvent, newPolicy, passingPolicy } from './samples.ts';

/** Keeps a policy and two lessons' progress the way the pages do. */
async function keepSomething(request: APIRequestContext, site: string): Promise<void> {
  const headers = { Origin: site };
  const policy = newPolicy({ name: 'App key' });
  expect((await request.post(`${site}/api/policies`, { headers, data: policy })).status()).toBe(201);
  const events = [
    newEvent({ kind: 'lesson-opened', subject: 'three-kinds-of-keys', payload: {} }),
    newEvent({ kind: 'lesson-passed', subject: 'who-is-root', payload: { policy: passingPolicy } }),
  ];
  const upload = await request.post(`${site}/api/progress`, { headers, data: { events } });
  expect(await upload.json()).toMatchObject({ kept: events.map(({ id }) => id), refused: [] });
}

test('a newcomer finds an invitation, and looking leaves no cookie', async ({ page, context }) => {
  await page.goto('/dashboard');
  await expect(page.getByRole('link', { name: 'Start', exact: true })).toBeVisible();
  await expect(page.getByText('No policies yet.')).toBeVisible();
  await expect(page.getByText('0 of 1 passed')).toHaveCount(3);
  await page.getByRole('link', { name: 'Open the playground' }).waitFor();
  expect(await context.cookies()).toEqual([]);
});

test('what was done is found again after the server and the browser were restarted', async ({
  site,
  browser,
}) => {
  test.setTimeout(180_000);
  const first = await browser.newContext();
  await keepSomething(first.request, site.url);
  const storageState = await first.storageState();
  await first.close();
  await site.restart();

  const second = await browser.newContext({ storageState });
  const page = await second.newPage();
  await page.goto(`${site.url}/dashboard`);
  await expect(page.getByRole('link', { name: 'App key' })).toHaveAttribute('href', /\/playground\?policy=/);
  await expect(page.getByText('1 of 1 passed')).toHaveCount(1);
  await expect(page.getByText('Started', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Continue' })).toHaveAttribute('href', /three-kinds-of-keys$/);
  await second.close();
});

test('a policy is renamed, deleted, and brought back', async ({ page, baseURL }) => {
  await keepSomething(page.request, baseURL ?? '');
  await page.goto('/dashboard');
  await page.getByRole('button', { name: 'Rename App key' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Key of the app');
  await page.getByRole('button', { name: 'Keep name' }).click();
  await expect(page.getByRole('link', { name: 'Key of the app' })).toBeVisible();

  await page.getByRole('button', { name: 'Delete Key of the app' }).click();
  await expect(page.getByRole('link', { name: 'Key of the app' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Key of the app' })).toBeVisible();

  await expect(async () => {
    const { policies } = await (await page.request.get('/api/policies')).json();
    expect(policies).toMatchObject([{ name: 'Key of the app', deleted: false }]);
  }).toPass();
});

test.describe('offline', () => {
  test.use({ expectedErrors: [/Failed to load resource: net::ERR_INTERNET_DISCONNECTED/] });

  test('a change waits in the browser and arrives when the network is back', async ({
    page,
    context,
    baseURL,
  }) => {
    await keepSomething(page.request, baseURL ?? '');
    await page.goto('/dashboard');
    await expect(page.getByRole('link', { name: 'App key' })).toBeVisible();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Delete App key' }).click();
    await expect(page.getByText('1 change waits in this browser')).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText('Offline')).toBeHidden();
    const { policies } = await (await page.request.get('/api/policies')).json();
    expect(policies).toMatchObject([{ deleted: true }]);
  });
});
