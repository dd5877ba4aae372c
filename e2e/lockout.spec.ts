import { expect, test } from './fixtures.ts';
import { openLab } from './lab.ts';

test('a lockout is seen before it happens, and avoided', async ({ page }) => {
  await openLab(page, '/playground?scenario=lockout');
  const decision = page.getByRole('region', { name: 'Decision' });
  await expect(decision.getByRole('status')).toContainText('Implicitly denied');

  const problems = page.getByRole('list', { name: 'Problems' });
  const lockout = problems
    .getByRole('listitem')
    .filter({ hasText: /update the key policy|nobody/i })
    .first();
  await expect(lockout).toBeVisible();
  await expect(lockout.getByRole('link', { name: /^Why\?/ })).toHaveAttribute(
    'href',
    '/reference/findings/KMS_LOCKOUT',
  );
  await lockout.getByRole('button', { name: /^Add the statement that lets account/ }).click();

  await expect(decision.getByRole('status')).toContainText('Allowed');
  await expect(lockout).toHaveCount(0);
});

test('the matrix rings what an edit changed, and its cells load their requests', async ({ page }) => {
  await openLab(page, '/playground?scenario=iam-says-nothing&at=matrix');
  const cell = page.getByRole('button', { name: /^role key-admin, PutKeyPolicy: / });
  await expect(cell).toHaveAccessibleName('role key-admin, PutKeyPolicy: Allowed');
  await page.getByRole('checkbox', { name: /AdministerKey/ }).uncheck();
  await expect(cell).toHaveAccessibleName(/denied, changed$/);
  await cell.click();
  await expect(page.getByRole('combobox', { name: 'Does what' })).toHaveValue('kms:PutKeyPolicy');
  await expect(page.getByRole('region', { name: 'Decision' }).getByRole('status')).toContainText(
    'Implicitly denied',
  );
});

test('a comparison tells who loses access, with a request that shows it', async ({ page }) => {
  await openLab(page, '/playground?scenario=iam-says-nothing&at=compare');
  await page.getByRole('button', { name: 'Pin these policies' }).click();
  await page.getByRole('checkbox', { name: /AdministerKey/ }).uncheck();
  const access = page.getByRole('region', { name: 'Changes of access' });
  await expect(access.getByRole('heading', { name: 'Loses access' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Changes of the text' })).toContainText(
    'Statements switched off: 2',
  );
  await access.getByRole('button', { name: /^Ask about PutKeyPolicy by .*key-admin/ }).click();
  await expect(page.getByRole('combobox', { name: 'Does what' })).toHaveValue('kms:PutKeyPolicy');
});
