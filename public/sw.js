/*
 * Keeps the site usable without a network. Files under /_next/static never change and are taken from the cache first;
 * pages come from the network and, without one, as they were last seen. Answers of /api are never kept.
 */
const files = 'files';
const pages = 'pages';
/** What the playground fetches when somebody chooses one. */
const scenarios = '/playground/scenarios/';

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data === 'keep') event.waitUntil(keepSite());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  if (pathname.startsWith('/_next/static/')) event.respondWith(fromCache(request));
  else if (request.mode === 'navigate' || pathname.startsWith(scenarios))
    event.respondWith(fromNetwork(request, pathname));
});

async function fromCache(request) {
  const kept = await caches.match(request, { cacheName: files });
  // Without an address of its own, the answer has the request's: workers read what they are to do from its fragment.
  if (kept) return new Response(kept.body, kept);
  const answer = await fetch(request);
  if (answer.ok) await put(files, request, answer);
  return answer;
}

/** A page by its path: what comes after it, a scenario or a draft, is for the page itself to read. */
async function fromNetwork(request, pathname) {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await put(pages, pathname, answer);
    return answer;
  } catch (error) {
    const kept = await caches.match(pathname, { cacheName: pages });
    if (kept) return kept;
    throw error;
  }
}

/** Fills the cache with what this version of the site consists of, and drops what older ones left. */
async function keepSite() {
  const list = await fetch('/_next/static/offline.json', { cache: 'no-store' });
  if (!list.ok) return;
  const wanted = await list.json();
  const cache = await caches.open(files);
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  for (const path of wanted.files) if (!kept.has(path)) await keep(cache, path);
  const inUse = new Set(wanted.files);
  for (const path of kept) if (!inUse.has(path)) await cache.delete(path);
  const shell = await caches.open(pages);
  for (const path of wanted.pages) await keep(shell, path);
}

/** One file more; where it cannot be had now, the next visit tries again. */
async function keep(cache, path) {
  try {
    const answer = await fetch(path);
    if (answer.ok && !answer.redirected) await cache.put(path, answer);
  } catch {
    // Offline already: what is kept so far is kept.
  }
}

async function put(name, key, answer) {
  const copy = answer.clone();
  const cache = await caches.open(name);
  // A full disk is no reason to keep the answer from the page.
  await cache.put(key, copy).catch(() => undefined);
}
