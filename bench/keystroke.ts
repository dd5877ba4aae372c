// From a key pressed in the playground's editor to the frame that shows the new verdict, in Chromium.
import { type Browser, chromium, type Page } from '@playwright/test';
import { emptyAccount } from '@/lib/model/account.ts';
import { emptyRequest, maxKeyPolicyLength, type PlaygroundState } from '@/lib/model/playground.ts';
import { packState } from '@/lib/model/share-link.ts';
import { startSite } from '../scripts/start-site.ts';
import { milliseconds } from './statistics.ts';

const keystrokes = 60;

const key = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const caller = 'arn:aws:iam::111122223333:role/app';

const statement = (team: number) => ({
  Sid: `Team${team}`,
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::111122223333:role/Team${team}` },
  Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
  Condition: { StringEquals: { 'kms:EncryptionContext:team': `team-${team}` } },
});
const decisive = { Effect: 'Allow', Principal: '*', Resource: '*', Action: 'kms:*' };

/** Statements of teams, and last one that allows all. One more character in its action and nobody is allowed any more. */
function policyOf(teams: number): string {
  const statements = [...Array.from({ length: teams }, (_, team) => statement(team)), decisive];
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
}

/** As many statements as KMS takes, indented as people write them: just under 32 KB. */
const mostTeams = (() => {
  let teams = 1;
  while (policyOf(teams + 1).length <= maxKeyPolicyLength) teams += 1;
  return teams;
})();

const stateOf = (text: string): PlaygroundState => ({
  version: 2,
  scenario: 'bench',
  world: {
    accounts: [],
    organization: null,
    identities: [{ arn: caller, name: 'role app' }],
    keys: [{ arn: key }],
  },
  documents: [{ id: 'key-policy', kind: 'key', name: 'Key policy', text, disabled: [] }],
  request: { ...emptyRequest, principal: caller, action: 'kms:Decrypt', key, resource: key },
  savedRequests: [],
  baseline: null,
  account: emptyAccount,
});

/** Opens the policy by a link, with the caret after the decisive action. */
async function openPolicy(page: Page, url: string, text: string, plain: boolean): Promise<void> {
  await page.goto(`${url}/playground#${await packState(stateOf(text))}`, { waitUntil: 'networkidle' });
  await page.locator('[data-verdict="Allowed"]').first().waitFor();
  if (plain) await page.getByRole('checkbox', { name: 'Plain editor' }).first().check();
  await page.getByRole('textbox', { name: /^Key policy, text/ }).focus();
  // The focus has Monaco fetched, which then takes the plain editor's place.
  await page.waitForLoadState('networkidle');
  if (!plain) await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.keyboard.press('ControlOrMeta+End');
  const fromActionToEnd = text.length - text.lastIndexOf('kms:*') - 'kms:*'.length;
  for (let step = 0; step < fromActionToEnd; step += 1) await page.keyboard.press('ArrowLeft');
}

/** Notes, in the page, when a key goes down and when the frame with another verdict has been painted. */
function watchVerdict(): void {
  const shown = () => document.querySelector('[data-verdict]')?.getAttribute('data-verdict');
  const times: number[] = [];
  Object.assign(window, { verdictTimes: times });
  addEventListener(
    'keydown',
    (event) => {
      const before = shown();
      const look = () => {
        if (shown() === before) requestAnimationFrame(look);
        // A message sent while a frame is made is delivered once that frame is painted.
        else afterPaint(() => times.push(performance.now() - event.timeStamp));
      };
      requestAnimationFrame(look);
    },
    { capture: true },
  );
  const afterPaint = (work: () => void) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = work;
    channel.port2.postMessage(null);
  };
}

const timesOf = (page: Page): Promise<number[]> =>
  page.evaluate(() => ('verdictTimes' in window ? (window.verdictTimes as number[]) : []));

/** From key to paint, over many keys. */
async function measure(
  browser: Browser,
  url: string,
  name: string,
  text: string,
  plain: boolean,
): Promise<void> {
  const page = await browser.newPage();
  await openPolicy(page, url, text, plain);
  await page.evaluate(watchVerdict);
  for (let count = 1; count <= keystrokes; count += 1) {
    await page.keyboard.press(count % 2 === 1 ? 'x' : 'Backspace');
    await page.waitForFunction(
      (expected) => 'verdictTimes' in window && (window.verdictTimes as number[]).length === expected,
      count,
    );
  }
  console.log(`  keystroke to painted verdict, ${name}: ${milliseconds(await timesOf(page))}`);
  await page.close();
}

const site = await startSite();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  await measure(browser, site.url, 'ten statements', policyOf(9), false);
  await measure(browser, site.url, '32 KB', policyOf(mostTeams), false);
  await measure(browser, site.url, '32 KB in the plain editor', policyOf(mostTeams), true);
} finally {
  await browser.close();
  await site.remove();
}
