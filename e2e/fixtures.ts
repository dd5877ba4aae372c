import { type BrowserContext, test as base, expect } from '@playwright/test';
import { type Site, startSite } from '../scripts/start-site.ts';

export { expect };

interface Options {
  /** Errors in the console that a test brings about on purpose, such as a 404. */
  expectedErrors: readonly RegExp[];
}

interface Fixtures {
  /** A server that the test may restart. Its `url` is not the `baseURL`. */
  site: Site;
}

/**
 * Playwright's `test`, which besides fails on what must happen on no page: an error in the console, a violation of
 * the Content-Security-Policy, a request to another origin.
 */
export const test = base.extend<Options & Fixtures>({
  expectedErrors: [[], { option: true }],

  context: async ({ context, expectedErrors }, use) => {
    const wrongs: string[] = [];
    watch(context, (wrong) => {
      if (!expectedErrors.some((expected) => expected.test(wrong))) wrongs.push(wrong);
    });
    await use(context);
    expect(wrongs, 'errors, policy violations and requests to other origins').toEqual([]);
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.remove();
  },
});

/** Reports what goes wrong on any page of a browser context. A violation of the CSP is an error in the console. */
function watch(context: BrowserContext, report: (wrong: string) => void): void {
  context.on('console', (message) => {
    if (message.type() === 'error') report(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => report(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isOurs = url.protocol === 'data:' || url.protocol === 'blob:' || url.hostname === 'localhost';
    if (!isOurs) report(`request to another origin: ${request.url()}`);
  });
}
