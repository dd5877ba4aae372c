import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openLab } from './lab.ts';

const parts: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  matrix: async (page) => {
    await page.keyboard.press('m');
    await expect(page.getByRole('grid')).toBeVisible();
  },
  comparison: async (page) => {
    await page.keyboard.press('b');
    await page.getByRole('checkbox', { name: /AdministerKey/ }).uncheck();
    await expect(page.getByRole('heading', { name: 'Loses access' })).toBeVisible();
  },
  'ways to allow': async (page) => {
    await page.getByText(/^Ways to allow this: /).click();
    await expect(page.getByRole('button', { name: /^Apply/ }).first()).toBeVisible();
  },
  'saved requests': (page) => page.getByRole('button', { name: '+ Save this one' }).click(),
  scenarios: (page) => page.keyboard.press('n'),
  commands: (page) => page.keyboard.press('ControlOrMeta+k'),
  keys: (page) => page.keyboard.press('?'),
  share: (page) => page.keyboard.press('s'),
  import: (page) => page.keyboard.press('i'),
  paste: (page) => page.keyboard.press('v'),
  add: (page) => page.keyboard.press('a'),
};

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe, ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const [name, show] of Object.entries(parts)) {
      test(`finds nothing on the lab with: ${name}`, async ({ page }) => {
        await openLab(page, '/playground?scenario=iam-says-nothing');
        await show(page);
        await page.waitForLoadState('networkidle');
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
      });
    }
  });
}
