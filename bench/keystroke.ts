// From a key pressed in the playground's editor to the frame that shows the new verdict, in Chromium.
import { chromium, type Page } from '@playwright/test';
import { startSite } from '../scripts/start-site.ts';
import { milliseconds } from './statistics.ts';

const keystrokes = 60;

const statement = (team: number) => ({
  Sid: `Team${team}`,
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::111122223333:role/Team${team}` },
  Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
  Condition: { StringEquals: { 'kms:EncryptionContext:team': `team-${team}` } },
});
const decisive = { Effect: 'Allow', Principal: '*', Resource: '*', Action: 'kms:*' };
/** Ten statements. One more character in the last action and nobody is allowed any more. */
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [...Array.from({ length: 9 }, (_, team) => statement(team)), decisive],
});
const fromActionToEnd = '"}]}'.length;

/** Puts the policy into the editor, in whichever form it is there, with the caret after the decisive action. */
async function openPolicy(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/playground`, { waitUntil: 'networkidle' });
  await page
    .getByRole('textbox', { name: /policy/i })
    .first()
    .click();
  // The click has Monaco fetched, which then takes the plain editor's place.
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(policy);
  await page.keyboard.press('ControlOrMeta+End');
  for (let step = 0; step < fromActionToEnd; step += 1) await page.keyboard.press('ArrowLeft');
  await page.locator('[data-verdict="Allowed"]').first().waitFor();
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

const site = await startSite();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  await openPolicy(page, site.url);
  await page.evaluate(watchVerdict);
  for (let count = 1; count <= keystrokes; count += 1) {
    await page.keyboard.press(count % 2 === 1 ? 'x' : 'Backspace');
    await page.waitForFunction(
      (expected) => 'verdictTimes' in window && (window.verdictTimes as number[]).length === expected,
      count,
    );
  }
  console.log(`  keystroke to painted verdict: ${milliseconds(await timesOf(page))}`);
} finally {
  await browser.close();
  await site.remove();
}
