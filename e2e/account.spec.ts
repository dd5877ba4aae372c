import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const url = '/playground/account';
const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';

async function open(page: Page, hash = '#keys'): Promise<void> {
  await page.goto(`${url}${hash}`);
  await expect(page.getByRole('tablist', { name: 'Views of the account' })).toBeVisible();
}

const tab = (page: Page, name: string) =>
  page.getByRole('tablist', { name: 'Views of the account' }).getByRole('tab', { name, exact: true });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const last = (page: Page) => page.getByRole('region', { name: 'What just happened' });
const clock = (page: Page) => page.getByRole('group', { name: 'Clock of the account' }).getByRole('time');
const materials = (page: Page) => page.getByRole('table', { name: /key materials? since/ });

/** Presses a button and waits for what it did. */
async function press(page: Page, name: string, said: string | RegExp): Promise<void> {
  await button(page, name).click();
  await expect(last(page).getByRole('status')).toContainText(said);
}

async function passYear(page: Page, year: number): Promise<void> {
  await button(page, '+ 1 year').click();
  await expect(clock(page)).toContainText(`1 Jan ${year}`);
}

test('ten years of rotations, and the first ciphertext still opens with the first key material', async ({
  page,
}) => {
  await open(page, '#rotation');
  await press(page, 'Enable automatic rotation', 'EnableKeyRotation, by root user, succeeded');
  await press(page, 'Encrypt', 'Encrypt, by root user, succeeded');
  for (let year = 2027; year <= 2036; year++) await passYear(page, year);
  await expect(materials(page)).toHaveAccessibleName(/^11 key materials/);

  await button(page, /^Decrypt attack at dawn of 1 Jan 2026$/).click();
  await expect(last(page).getByRole('status')).toContainText('Decrypt, by root user, succeeded');
  const first = materials(page).getByRole('row').last();
  await expect(first).toContainText('1, 1 opened again');
  const material = (await first.getByRole('rowheader').textContent()) ?? '';
  await expect(page.getByText(`Opened with key material ${material}`)).toBeVisible();
});

test('an AWS managed key appears on first use, and refuses a policy edit', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'AWS managed (0)' }).click();
  await expect(page.getByText('No AWS managed key yet')).toBeVisible();

  await tab(page, 'Services').click();
  await page.getByRole('radio', { name: 'AWS managed key, alias/aws/s3' }).check();
  await press(page, 'PutObject', 'Amazon S3, PutObject by root user, succeeded');
  await expect(last(page)).toContainText('GenerateDataKey');
  await page.getByRole('link', { name: 'alias/aws/s3' }).click();

  await expect(page.getByRole('heading', { name: 'alias/aws/s3' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Policy of alias/aws/s3' }).fill('{"Statement":[]}');
  await press(page, 'Put this policy', /PutKeyPolicy, by root user, failed: AccessDeniedException/);
});

test('an AWS owned key leaves no trace', async ({ page }) => {
  await open(page, '#services');
  await page.getByRole('combobox', { name: 'Service', exact: true }).selectOption('Amazon DynamoDB');
  await press(page, 'CreateTable', 'Amazon DynamoDB, CreateTable by root user, succeeded');
  await expect(page.getByText('AWS owned key: no trace in this account')).toBeVisible();

  await tab(page, 'CloudTrail').click();
  await expect(page.getByText('No record yet')).toBeVisible();
  await tab(page, 'Keys').click();
  await expect(page.getByRole('tab', { name: 'AWS managed (0)' })).toBeVisible();
  await page.getByRole('tab', { name: 'AWS owned' }).click();
  await expect(page.getByText('arn:aws:dynamodb:us-west-2:111122223333:table/orders')).toBeVisible();
});

test('the bill, and what it would be with keys of another class', async ({ page }) => {
  await open(page, '#bill');
  await button(page, '+ 1 month').click();
  await expect(clock(page)).toContainText('1 Feb 2026');
  await button(page, 'Jan 2026').click();
  const rules = page.getByRole('table', { name: 'By rule' });
  await expect(rules.getByRole('row', { name: /^Customer managed key/ })).toContainText('744 of 744 hours');
  const compared = page.getByRole('region', { name: 'What if these were AWS managed?' });
  await expect(compared.getByRole('row', { name: /^Total/ }).getByRole('cell')).toHaveText([
    '$1.00',
    '$0.00',
    '$0.00',
  ]);
});

test('a key made by the wizard, scheduled for deletion, and gone when the time has passed', async ({
  page,
}) => {
  await open(page, '#create');
  await button(page, 'Next').click();
  await page.getByRole('textbox', { name: 'Alias' }).fill('reports');
  await button(page, 'Next').click();
  await page.getByRole('checkbox', { name: 'role app' }).check();
  const policy = page.getByRole('region', { name: 'Key policy that the console writes' });
  await expect(policy).toContainText('Allow access for Key Administrators');
  await button(page, 'Next').click();
  await page.getByRole('checkbox', { name: 'role app' }).check();
  await button(page, 'Next').click();
  await press(page, 'Create the key', 'CreateAlias, by root user, succeeded');

  await expect(page.getByRole('heading', { name: 'alias/reports' })).toBeVisible();
  await page.getByRole('spinbutton', { name: 'Waiting period, days' }).fill('7');
  await press(page, 'Schedule deletion', 'ScheduleKeyDeletion, by root user, succeeded');
  await expect(page.getByRole('timer')).toContainText('in 7 days');
  await button(page, 'To the next deletion').click();
  await expect(page.getByText('There is no key')).toBeVisible();

  await tab(page, 'CloudTrail').click();
  await expect(page.getByRole('button', { name: 'DeleteKey' })).toBeVisible();
});

test('undo goes back across the clock, redo forward; the account is there after a reload', async ({
  page,
}) => {
  await open(page, '#rotation');
  await press(page, 'Enable automatic rotation', 'EnableKeyRotation');
  await passYear(page, 2027);
  await passYear(page, 2028);
  await expect(materials(page)).toHaveAccessibleName(/^3 key materials/);
  await button(page, 'Undo').click();
  await expect(clock(page)).toContainText('1 Jan 2027');
  await expect(materials(page)).toHaveAccessibleName(/^2 key materials/);
  await button(page, 'Redo').click();
  await expect(clock(page)).toContainText('1 Jan 2028');
  await expect(materials(page)).toHaveAccessibleName(/^3 key materials/);

  await page.reload();
  await expect(clock(page)).toContainText('1 Jan 2028');
  await expect(materials(page)).toHaveAccessibleName(/^3 key materials/);
});

test('a refused call shows what AWS says, its record and its decision', async ({ page }) => {
  await open(page, `#keys/${keyId}/us-west-2`);
  await page.getByRole('combobox', { name: 'Act as' }).selectOption('role app');
  await press(page, 'Disable', 'is not authorized to perform: kms:DisableKey');
  await tab(page, 'CloudTrail').click();
  await page.getByRole('button', { name: 'DisableKey' }).click();
  const record = page.getByRole('region', { name: 'Record of DisableKey' });
  await expect(record).toContainText('"errorCode": "AccessDenied"');
  await record.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByRole('dialog', { name: 'Why: DisableKey' })).toContainText('Implicitly denied');
});

test('the trail is searched, and scrolled to its first record', async ({ page }) => {
  await open(page, '#bill');
  await page.getByRole('combobox', { name: 'How often' }).selectOption('1,000');
  await press(page, 'Call', 'GenerateDataKey, 1,000 times, by root user, succeeded');
  await tab(page, 'Rotation').click();
  await press(page, 'Encrypt', 'Encrypt, by root user, succeeded');
  await tab(page, 'CloudTrail').click();
  await expect(page.getByText('1,001 records')).toBeVisible();
  const trail = page.getByRole('region', { name: 'Records of CloudTrail, newest first' });
  await trail.focus();
  await page.keyboard.press('End');
  await expect(trail.locator('tr[aria-rowindex="1002"]')).toContainText('GenerateDataKey');
  await page.getByLabel('Event', { exact: true }).fill('encrypt');
  await expect(page.getByText('1 record', { exact: true })).toBeVisible();
});

const views = ['#keys', `#keys/${keyId}/us-west-2`, '#create', '#services', '#rotation', '#trail', '#bill'];

for (const view of views) {
  test(`axe finds nothing on ${view}, light and dark`, async ({ page }) => {
    await open(page, '#rotation');
    await press(page, 'Encrypt', 'Encrypt');
    await page.goto(`${url}${view}`);
    await expect(page.getByText(/^(Loading|Adding up) …$/)).toHaveCount(0);
    const find = async (axe: AxeBuilder) =>
      (await axe.analyze()).violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
    expect(await find(new AxeBuilder({ page }))).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await find(new AxeBuilder({ page }).withRules(['color-contrast']))).toEqual([]);
  });
}
