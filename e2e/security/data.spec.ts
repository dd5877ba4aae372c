import type { APIRequestContext, APIResponse } from '@playwright/test';
import { test as base, expect } from '../fixtures.ts';
import { newEvent, newPolicy } from '../samples.ts';

/** `origin` is this site's own, as a browser would name it. */
const test = base.extend<{ origin: string }>({
  origin: ({ baseURL }, use) => use(baseURL ?? ''),
});

/** A learner of their own, who has kept one policy. */
async function newLearner(request: APIRequestContext, site: string) {
  const policy = newPolicy();
  const response = await request.post('/api/policies', { headers: { Origin: site }, data: policy });
  expect(response.status()).toBe(201);
  return { policy, response };
}

async function codeOf(response: APIResponse): Promise<string> {
  const { error } = await response.json();
  expect(error.message).toMatch(/\w+ \w+/);
  return `${response.status()} ${error.code}`;
}

test('reading makes no learner and no cookie', async ({ request }) => {
  for (const address of ['/dashboard', '/api/progress', '/api/policies', '/api/health', '/api/ready']) {
    const response = await request.get(address);
    expect(response.status()).toBe(200);
    expect(response.headers()['set-cookie']).toBeUndefined();
  }
  expect(await (await request.get('/api/progress')).json()).toEqual({ learner: null, events: [] });
});

test('the first write sets one cookie that scripts and other sites cannot use', async ({
  request,
  origin,
}) => {
  const { response } = await newLearner(request, origin);
  const cookies = response.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie');
  expect(cookies).toHaveLength(1);
  expect(cookies[0]?.value).toMatch(/HttpOnly/i);
  expect(cookies[0]?.value).toMatch(/SameSite=Lax/i);
  expect(cookies[0]?.value).toMatch(/Max-Age=3\d{7}/);
  expect(response.headers()['cache-control']).toBe('no-store');
});

test('another learner’s policy is not there, whatever is done with its id', async ({
  request,
  playwright,
  origin,
}) => {
  const { policy } = await newLearner(request, origin);
  const other = await playwright.request.newContext({ baseURL: origin });
  await newLearner(other, origin);
  const nobody = await playwright.request.newContext({ baseURL: origin });
  const address = `/api/policies/${policy.id}`;
  const headers = { Origin: origin };

  for (const stranger of [other, nobody]) {
    expect(await codeOf(await stranger.get(address))).toBe('404 not_found');
    const change = { revision: 1, text: 'theirs' };
    expect(await codeOf(await stranger.patch(address, { headers, data: change }))).toBe('404 not_found');
    expect(await codeOf(await stranger.delete(`${address}?revision=1`, { headers }))).toBe('404 not_found');
    const { policies } = await (await stranger.get('/api/policies')).json();
    expect(policies.map(({ id }: { id: string }) => id)).not.toContain(policy.id);
  }
  expect((await other.post('/api/policies', { headers, data: { ...policy, text: 'theirs' } })).status()).toBe(
    201,
  );
  expect(await (await request.get(address)).json()).toMatchObject({ policy: { text: '{}', revision: 1 } });
  await other.dispose();
  await nobody.dispose();
});

test('a forged cookie is nobody’s', async ({ request, playwright, origin }) => {
  await newLearner(request, origin);
  const [cookie] = (await request.storageState()).cookies;
  const forged = await playwright.request.newContext({
    baseURL: origin,
    extraHTTPHeaders: { Cookie: `${cookie?.name}=${cookie?.value.split('.')[0]}.forged` },
  });
  expect(await (await forged.get('/api/policies')).json()).toEqual({ learner: null, policies: [] });
  await forged.dispose();
});

test('writes from other sites are refused', async ({ request, origin }) => {
  const { policy } = await newLearner(request, origin);
  const attempts = [
    { Origin: 'https://attacker.example' },
    { Origin: 'null' },
    { Origin: origin, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: origin, 'Sec-Fetch-Site': 'same-site' },
    {},
  ];
  for (const headers of attempts) {
    const response = await request.delete(`/api/policies/${policy.id}?revision=1`, { headers });
    expect(await codeOf(response)).toBe('403 foreign_origin');
    const create = await request.post('/api/policies', { headers, data: newPolicy() });
    expect(await codeOf(create)).toBe('403 foreign_origin');
    expect(create.headers()['set-cookie']).toBeUndefined();
  }
  expect((await request.get(`/api/policies/${policy.id}`)).status()).toBe(200);
});

test('input that is not what it must be is refused by name, and makes no learner', async ({
  request,
  origin,
}) => {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const policyWith = (fields: Record<string, unknown>) => JSON.stringify(newPolicy(fields));
  const refusals: readonly (readonly [expected: string, body: string, type?: string])[] = [
    ['415 not_json', policyWith({}), 'text/plain'],
    ['415 not_json', 'name=Mine', 'application/x-www-form-urlencoded'],
    ['400 not_json', '{"id":'],
    ['400 invalid_input', deep(200_000)],
    ['400 invalid_input', policyWith({ text: { deep: true } })],
    ['400 invalid_input', policyWith({ text: 'x'.repeat(65_537) })],
    ['400 invalid_input', policyWith({ id: '../../etc/passwd' })],
    ['400 invalid_input', policyWith({ learnerId: 'somebody' })],
    ['400 invalid_input', '{"__proto__":{"admin":true}}'],
    ['413 too_large', `"${'x'.repeat(2_200_000)}"`],
  ];
  for (const [expected, body, type = 'application/json'] of refusals) {
    const response = await request.post('/api/policies', {
      headers: { Origin: origin, 'Content-Type': type },
      // Bytes are sent as they are; a text that is no JSON would be made JSON first.
      data: Buffer.from(body),
    });
    expect(await codeOf(response)).toBe(expected);
    expect(response.headers()['set-cookie']).toBeUndefined();
  }
});

test('a pass that the policy does not earn is refused', async ({ request, origin }) => {
  const deep = `{"Statement":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  const events = ['{}', '', 'not json', deep].map((policy) =>
    newEvent({ kind: 'lesson-passed', payload: { policy } }),
  );
  const unknown = newEvent({ subject: 'no-such-lesson' });
  const response = await request.post('/api/progress', {
    headers: { Origin: origin },
    data: { events: [...events, unknown] },
  });
  expect(response.status()).toBe(200);
  const { kept, refused } = await response.json();
  expect(kept).toEqual([]);
  expect(refused.map(({ code }: { code: string }) => code)).toEqual([
    ...events.map(() => 'goals_not_met'),
    'unknown_lesson',
  ]);
  expect(await (await request.get('/api/progress')).json()).toMatchObject({ events: [] });
});
