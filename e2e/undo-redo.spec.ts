import { expect, test } from './fixtures.ts';
import { openLab } from './lab.ts';

test('undo and redo go over policies, requests, scenarios and saved requests alike', async ({ page }) => {
  await openLab(page, '/playground?scenario=iam-says-nothing');
  const undo = page.getByRole('button', { name: 'Undo' });
  const redo = page.getByRole('button', { name: 'Redo' });
  const action = page.getByRole('combobox', { name: 'Does what' });
  const scenario = page.getByRole('button', { name: /^Scenario/ });
  await expect(undo).toBeDisabled();

  await page.getByRole('button', { name: '+ Save this one' }).click();
  await expect(page.getByRole('button', { name: 'app: Decrypt', exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: /EnableIamPolicies/ }).uncheck();
  await action.fill('kms:Encrypt');
  await scenario.click();
  await page.getByRole('searchbox', { name: 'Search scenarios' }).fill('lock you out');
  await page.getByRole('list', { name: 'Scenarios' }).getByRole('button').first().click();
  await expect(scenario).toContainText('lock you out');

  await undo.click();
  await expect(scenario).toContainText('No identity-based policy');
  await expect(action).toHaveValue('kms:Encrypt');
  await undo.click();
  await expect(action).toHaveValue('kms:Decrypt');
  await undo.click();
  await expect(page.getByRole('checkbox', { name: /EnableIamPolicies/ })).toBeChecked();
  await undo.click();
  await expect(page.getByRole('button', { name: 'app: Decrypt', exact: true })).toHaveCount(0);

  for (let times = 0; times < 4; times += 1) await redo.click();
  await expect(scenario).toContainText('lock you out');
  await expect(redo).toBeDisabled();
});

test('a saved request says when it is no longer answered as wanted', async ({ page }) => {
  await openLab(page, '/playground?scenario=two-statements');
  await page.getByRole('combobox', { name: 'Does what' }).fill('kms:Decrypt');
  await expect(page.getByRole('region', { name: 'Decision' }).getByRole('status')).toContainText('Allowed');
  await page.getByRole('button', { name: '+ Save this one' }).click();
  const tally = page.getByRole('button', { name: /saved requests as wanted/ });
  await expect(tally).toHaveText(/1\s*saved requests as wanted/);
  await page.getByRole('checkbox', { name: /AllowAppDecrypt/ }).uncheck();
  await expect(page.getByText('Not as wanted: Implicitly denied')).toBeAttached();
});
