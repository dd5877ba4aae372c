import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const editor = (page: Page) => page.getByRole('textbox', { name: /^Key policy, text/ });
const monaco = (page: Page) => page.locator('.monaco-editor').first();
const squiggle = (page: Page) => monaco(page).locator('.squiggly-error');

/** A policy that lets the account decide, and the application do one thing. */
const policy = (action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'EnableIamPolicies',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Sid: 'AppUsesKey',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:role/app' },
        Resource: '*',
        Action: action,
      },
    ],
  });

async function violations(page: Page, within: string): Promise<unknown> {
  const { violations: found } = await new AxeBuilder({ page }).include(within).analyze();
  return found.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
}

test.describe('Monaco', () => {
  // Most of the time of these tests is Monaco's own.
  test.describe.configure({ timeout: 90_000 });

  async function open(page: Page, text: string): Promise<void> {
    await page.goto('/playground');
    await editor(page).click();
    // Monaco is a megabyte, which a busy machine takes its time to read.
    await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
    await expect(monaco(page)).toContainText('AppUsesKey');
  }

  /** Puts the caret into the last action, which the policies above end with. */
  async function enterLastAction(page: Page): Promise<void> {
    await page.keyboard.press('ControlOrMeta+End');
    for (let left = 0; left < '"}]}'.length; left++) await page.keyboard.press('ArrowLeft');
  }

  test('an unfinished action is completed and its squiggle goes', async ({ page }) => {
    await open(page, policy('kms:'));
    await expect(squiggle(page)).not.toHaveCount(0);
    await enterLastAction(page);
    await page.keyboard.type('DescribeK');
    const option = page.getByRole('option', { name: /kms:DescribeKey/ });
    await expect(option).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(monaco(page)).toContainText('"kms:DescribeKey"}]}');
    await expect(squiggle(page)).toHaveCount(0);
  });

  test('the lightbulb mends what is wrong', async ({ page }) => {
    await open(page, policy('kms:Decript'));
    await expect(squiggle(page)).not.toHaveCount(0);
    await enterLastAction(page);
    await page.keyboard.press('ControlOrMeta+.');
    const fix = page.getByRole('option', {
      name: /Replace kms:Decript with kms:Decrypt \(.*role\/app gains Decrypt/,
    });
    await expect(fix).toBeVisible();
    await fix.click();
    await expect(monaco(page)).toContainText('"kms:Decrypt"}]}');
    await expect(squiggle(page)).toHaveCount(0);
  });

  test('a hover says what a statement means', async ({ page }) => {
    await open(page, policy('kms:Decrypt'));
    await monaco(page).getByText('"AppUsesKey"').hover();
    await expect(
      page.getByRole('tooltip').getByText(/Allows role app of account 111122223333: Decrypt/),
    ).toBeVisible();
  });

  test('a Sid is renamed, the text is laid out, and both can be undone', async ({ page }) => {
    await open(page, policy('kms:Decrypt'));
    await monaco(page).getByText('"AppUsesKey"').click();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: /^Rename input/ }).fill('AppDecrypts');
    await page.keyboard.press('Enter');
    await expect(monaco(page)).toContainText('"AppDecrypts"');
    await page.getByRole('button', { name: 'Format', exact: true }).click();
    await expect(monaco(page).locator('.line-numbers', { hasText: /^5$/ })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(monaco(page)).toContainText('"AppUsesKey"');
  });

  test('fast typing loses nothing, while findings come in', async ({ page }) => {
    await open(page, policy(''));
    await enterLastAction(page);
    const typed = 'kms:GenerateDataKeyPairWithoutPlaintext';
    await page.keyboard.type(typed);
    await page.keyboard.press('Escape');
    await expect(monaco(page)).toContainText(`"${typed}"}]}`);
  });

  test('Enter behind a string that was typed in full begins a new line', async ({ page }) => {
    await open(page, policy('kms:Decrypt'));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('{ "Version": "2012-10-17"');
    await page.keyboard.press('Enter');
    await expect(monaco(page).locator('.line-numbers', { hasText: /^2$/ })).toBeVisible();
    await expect(monaco(page).locator('.view-line').nth(1)).toHaveText(/^\s*$/);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme });

      test('axe finds nothing on the open list', async ({ page }) => {
        await open(page, policy('kms:'));
        await enterLastAction(page);
        await page.keyboard.press('ControlOrMeta+Space');
        await expect(page.getByRole('option', { name: /kms:CancelKeyDeletion/ })).toBeVisible();
        expect(await violations(page, '.suggest-widget')).toEqual([]);
      });
    });
  }
});

test.describe('the plain editor, by keyboard', () => {
  async function open(page: Page, text: string): Promise<void> {
    await page.goto('/playground');
    await page.getByRole('checkbox', { name: 'Plain editor' }).first().check();
    await editor(page).fill(text);
    await expect(page.getByRole('region', { name: 'At the caret' }).first()).toBeVisible();
    await page.keyboard.press('ControlOrMeta+End');
    for (let left = 0; left < '"}]}'.length; left++) await page.keyboard.press('ArrowLeft');
  }

  const atTheCaret = (page: Page) => page.getByRole('region', { name: 'At the caret' }).first();

  test('an action is completed, and Escape closes the list before it leaves', async ({ page }) => {
    await open(page, policy('kms:'));
    await expect(atTheCaret(page)).toContainText('Error');
    await page.keyboard.type('DescribeK');
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    await expect(list.getByRole('option', { name: /kms:DescribeKey/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    await expect(editor(page)).toBeFocused();
    await page.keyboard.press('Control+Space');
    await page.keyboard.press('Tab');
    await expect(editor(page)).toHaveValue(policy('kms:DescribeKey'));
    await page.keyboard.press('Escape');
    await expect(editor(page)).not.toBeFocused();
    await expect(atTheCaret(page)).not.toContainText('Error');
  });

  test('a completion is taken back by the browser’s own undo', async ({ page }) => {
    await open(page, policy('kms:'));
    await page.keyboard.press('Control+Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(editor(page)).not.toHaveValue(policy('kms:'));
    await page.keyboard.press('ControlOrMeta+z');
    await expect(editor(page)).toHaveValue(policy('kms:'));
  });

  test('a fix is found and applied at the caret', async ({ page }) => {
    await open(page, policy('kms:Decript'));
    await expect(
      atTheCaret(page).getByRole('button', { name: 'Replace kms:Decript with kms:Decrypt' }),
    ).toBeVisible();
    await expect(atTheCaret(page)).toContainText('role/app gains Decrypt');
    await page.keyboard.press('ControlOrMeta+.');
    await expect(atTheCaret(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(editor(page)).toHaveValue(policy('kms:Decrypt'));
    await expect(editor(page)).toBeFocused();
  });

  test('the statement is explained, found by name and renamed', async ({ page }) => {
    await open(page, policy('kms:Decrypt'));
    await page.getByRole('button', { name: 'Statements' }).first().click();
    await page
      .getByRole('list', { name: 'Statements' })
      .getByRole('button', { name: /AppUsesKey/ })
      .click();
    await expect(editor(page)).toBeFocused();
    await expect(atTheCaret(page)).toContainText(
      'Allows role app of account 111122223333: Decrypt on this key.',
    );
    await atTheCaret(page).getByRole('button', { name: 'Rename the Sid' }).click();
    await page.getByRole('textbox', { name: 'Name of the statement' }).fill('EnableIamPolicies');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Another statement has this Sid.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Name of the statement' }).fill('AppDecrypts');
    await page.keyboard.press('Enter');
    await expect(editor(page)).toHaveValue(policy('kms:Decrypt').replace('AppUsesKey', 'AppDecrypts'));
  });

  test('the text is laid out, and what is no JSON is left alone', async ({ page }) => {
    await open(page, policy('kms:Decrypt'));
    await page.getByRole('button', { name: 'Format', exact: true }).click();
    await expect(editor(page)).toHaveValue(JSON.stringify(JSON.parse(policy('kms:Decrypt')), null, 2));
    await editor(page).fill('{ "Version": ');
    await page.getByRole('button', { name: 'Format', exact: true }).click();
    await expect(page.getByText('This is not JSON yet, so it stays as it is.')).toBeVisible();
    await expect(editor(page)).toHaveValue('{ "Version": ');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme });

      test('axe finds nothing on the open list', async ({ page }) => {
        await open(page, policy('kms:'));
        await page.keyboard.press('Control+Space');
        await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeVisible();
        const { violations: found } = await new AxeBuilder({ page }).analyze();
        expect(found.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
      });
    });
  }
});
