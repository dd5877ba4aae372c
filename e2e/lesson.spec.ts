import type { Page } from '@playwright/test';
import { lab } from '../content/lessons/key-policies/who-is-root/lab.ts';
import { expect, test } from './fixtures.ts';

const lesson = '/learn/key-policies/who-is-root';

function withoutFirstLetter(text: string): string {
  return text.slice(1);
}

async function startLab(page: Page) {
  const region = page.getByRole('region', { name: 'Lab' });
  await region.getByRole('button', { name: 'Start the lab' }).click();
  // Monaco comes on focus, in the middle of a test's typing; its own journeys are the playground's.
  await region.getByRole('checkbox', { name: 'Plain editor' }).check();
  await expect(region.getByRole('textbox', { name: 'Key policy' })).toBeVisible();
  return region;
}

/** Replaces the whole policy, as typing over it does. */
async function write(page: Page, policy: string) {
  await page.getByRole('textbox', { name: 'Key policy' }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(policy);
}

test('a lesson with its goals: a wrong turn, its hint, the solution', async ({ page }) => {
  await page.goto(lesson);
  const region = await startLab(page);
  await expect(region.getByText('2 of 4 goals reached.')).toBeVisible();

  const mistake = lab.mistakes.find(({ id }) => id === 'nobody-can-change');
  await write(page, mistake?.example ?? '');
  await expect(region.getByText(mistake?.hint ?? '')).toBeVisible();

  await write(page, lab.solution);
  await expect(region.getByText('All goals reached.')).toBeVisible();
  await expect(region.getByText(mistake?.hint ?? '')).toBeHidden();

  await region.getByRole('button', { name: 'Compare with our solution' }).click();
  await expect(region.getByRole('region', { name: 'Our policy', exact: true })).toContainText(
    'AdministrationByIam',
  );
});

test('a goal shows the sentence of AWS and the checks behind it', async ({ page }) => {
  await page.goto(lesson);
  const region = await startLab(page);
  const goal = region.getByRole('listitem').filter({ hasText: 'role/app can decrypt' });
  await goal.getByText('Why?').click();
  await expect(
    goal.getByText(/because no identity-based policy allows the kms:Decrypt action/),
  ).toBeVisible();
});

test('text that is no policy keeps the last answers and says so', async ({ page }) => {
  await page.goto(lesson);
  const region = await startLab(page);
  await write(page, withoutFirstLetter(lab.solution));
  await expect(region.getByText('This cannot be read as a key policy.', { exact: false })).toBeVisible();
  await expect(region.getByText('Implicitly denied').first()).toBeVisible();
});

test('hints come one at a time', async ({ page }) => {
  await page.goto(lesson);
  const region = await startLab(page);
  const [first = '', second = ''] = lab.hints;
  await region.getByRole('button', { name: 'Show a hint (1 of 3)' }).click();
  await expect(region.getByText(first)).toBeVisible();
  await expect(region.getByText(second)).toBeHidden();
  await region.getByRole('button', { name: 'Another hint (2 of 3)' }).click();
  await expect(region.getByText(second)).toBeVisible();
});

test('the draft is there after a reload, and a reset can be taken back', async ({ page }) => {
  await page.goto(lesson);
  await startLab(page);
  await write(page, lab.solution);
  await expect(page.getByText('Draft kept in this browser')).toBeVisible();

  await page.reload();
  const region = await startLab(page);
  await expect(region.getByText('All goals reached.')).toBeVisible();

  await region.getByRole('button', { name: 'Reset' }).click();
  await expect(region.getByText('2 of 4 goals reached.')).toBeVisible();
  await region.getByRole('button', { name: 'Put my text back' }).click();
  await expect(region.getByText('All goals reached.')).toBeVisible();
});

test('the lab opens in the playground, beside the drafts that are there', async ({ page }) => {
  await page.goto('/playground?scenario=lockout');
  await page.getByRole('checkbox', { name: 'Plain editor' }).first().check();
  const editor = page.getByRole('textbox', { name: /^Key policy, text/ });
  await editor.fill('{ "mine": true }');
  await expect(page.getByText('Draft kept in this browser')).toBeVisible();

  await page.goto(lesson);
  const region = page.getByRole('region', { name: 'Lab' });
  await region.getByRole('button', { name: 'Start the lab' }).click();
  await write(page, lab.solution);
  await region.getByRole('button', { name: 'Open in playground' }).click();
  await expect(page).toHaveURL(/\/playground\?draft=lab:who-is-root$/);
  await expect(editor).toHaveValue(lab.solution);
  await expect(page.getByRole('combobox', { name: 'Does what' })).toHaveValue('kms:Decrypt');
  await expect(page.getByRole('region', { name: 'Decision' }).getByRole('status')).toContainText('Allowed');
  await editor.fill(lab.starter);
  await expect(page.getByText('Draft kept in this browser')).toBeVisible();
  await page.reload();
  await expect(editor).toHaveValue(lab.starter);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(editor).toHaveValue(lab.solution);

  await page.goto('/playground');
  await expect(page.getByRole('button', { name: /^Scenario .* lock you out/ })).toBeVisible();
  await expect(editor).toHaveValue('{ "mine": true }');
});

test('a lesson that was read to its end is shown as started', async ({ page }) => {
  await page.goto(lesson);
  await page.getByRole('heading', { name: 'Do you still know?' }).scrollIntoViewIfNeeded();
  await expect(async () => {
    const { events } = await (await page.request.get('/api/progress')).json();
    expect(events).toMatchObject([{ kind: 'lesson-opened', subject: 'who-is-root' }]);
  }).toPass();
  await page.goto('/dashboard');
  const row = page.getByRole('listitem').filter({ hasText: 'Who is root?' }).last();
  await expect(row).toContainText('Started');
});

test('predict, then run', async ({ page }) => {
  await page.goto(lesson);
  const block = page.getByRole('region', { name: 'Somebody gave role/ci kms:* in IAM.', exact: false });
  await block.getByRole('radio', { name: 'Allowed' }).check();
  await expect(block.getByText('CiNeverDecrypts')).toBeHidden();
  await block.getByText('Run it').click();
  await expect(block.getByText('You expected “Allowed”. KMS says:')).toBeVisible();
  await expect(block.getByText(/with an explicit deny in a resource-based policy/)).toBeVisible();
});

test('the lab by keyboard alone', async ({ page }) => {
  await page.goto(lesson);
  await page.getByRole('button', { name: 'Start the lab' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Key policy', level: 3 })).toBeFocused();
  await page.getByRole('checkbox', { name: 'Plain editor' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('heading', { name: 'Key policy', level: 3 }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Key policy' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(lab.solution);
  await expect(page.getByText('All goals reached.')).toBeVisible();

  // Escape leaves the editor; Tab goes on behind it.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Key policy' })).not.toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('lesson, answers and solution are readable', async ({ page }) => {
    await page.goto(lesson);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Who is root?');
    const block = page.getByRole('region', { name: 'Somebody gave role/ci kms:* in IAM.', exact: false });
    await block.getByText('Run it').click();
    await expect(block.getByText('Explicitly denied').last()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Start the lab' })).toBeHidden();
    await page.getByText('Our solution').click();
    await expect(page.getByRole('region', { name: 'Our solution' })).toContainText('AppDecrypts');
  });
});
