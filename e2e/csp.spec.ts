import { expect, test } from './fixtures.ts';
import { notFoundError, templates } from './templates.ts';

// The fixture fails on violations and on requests to other origins; here: that there is a policy at all.
test.use({ expectedErrors: [notFoundError] });

for (const [name, url] of Object.entries(templates)) {
  test(`a strict policy arrives and is kept on: ${name}`, async ({ page }) => {
    const response = await page.goto(url, { waitUntil: 'networkidle' });
    const headers = response?.headers() ?? {};
    const policy = new Map(
      (headers['content-security-policy'] ?? '').split('; ').map((directive) => {
        const [key = '', ...values] = directive.split(' ');
        return [key, values] as const;
      }),
    );
    expect(policy.get('default-src')).toEqual(["'self'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    for (const source of policy.get('script-src') ?? ['none at all']) {
      expect(source).toMatch(/^('self'|'sha256-[A-Za-z0-9+/]{43}=')$/);
    }
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers).not.toHaveProperty('x-powered-by');
  });
}

test('what the interface answers may not run anything', async ({ request }) => {
  const response = await request.get('/api/no-such-thing');
  expect(response.headers()['content-security-policy']).toContain("default-src 'none'");
});

test('a script that was put into a page does not run', async ({ browser, baseURL }) => {
  // A context of its own: the violation that this brings about is the point.
  const page = await browser.newPage();
  await page.goto(baseURL ?? '/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = "document.documentElement.dataset.injected = 'yes'";
    document.body.append(script);
    return document.documentElement.dataset.injected;
  });
  expect(ran).toBeUndefined();
  await page.close();
});
