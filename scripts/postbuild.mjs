/**
 * Gives every prerendered page a Content-Security-Policy that lists the hashes of its own inline
 * scripts: strict, without nonces, and so without rendering pages on each request. Next keeps a
 * prerendered page's headers in a `.meta` file beside it; e2e/csp.spec.ts sees that they arrive.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const pages = '.next/server/app';
const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** @param {string} html */
function contentSecurityPolicy(html) {
  const hashes = [...html.matchAll(inlineScript)].map(([, script]) => {
    const hash = createHash('sha256')
      .update(script ?? '')
      .digest('base64');
    return `'sha256-${hash}'`;
  });
  return [
    "default-src 'self'",
    ["script-src 'self'", ...new Set(hashes)].join(' '),
    // Monaco writes style elements and attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

// A second copy of each page, made as soon as the server has run; it would win over what is written here.
rmSync('.next/server/route-cache', { recursive: true, force: true });

let count = 0;
for (const file of readdirSync(pages, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.html')) continue;
  const metaFile = path.join(pages, file.replace(/\.html$/, '.meta'));
  if (!existsSync(metaFile)) continue;
  const html = readFileSync(path.join(pages, file), 'utf8');
  const meta = JSON.parse(readFileSync(metaFile, 'utf8'));
  meta.headers = { ...meta.headers, 'content-security-policy': contentSecurityPolicy(html) };
  writeFileSync(metaFile, JSON.stringify(meta));
  count += 1;
}
/** What the service worker keeps: all that pages load. Monaco's parts are kept once somebody has used them. */
const monacoSize = 1_000_000;
const assets = readdirSync('.next/static', { recursive: true, encoding: 'utf8', withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:js|css|woff2)$/.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .filter((file) => statSync(file).size < monacoSize)
  .map((file) => `/_next/static/${path.relative('.next/static', file).replaceAll(path.sep, '/')}`);
const scenarios = readdirSync(path.join(pages, 'playground/scenarios'))
  .filter((file) => file.endsWith('.body'))
  .map((file) => `/playground/scenarios/${file.replace(/\.body$/, '')}`);
const mainPages = ['/', '/playground', '/playground/account', '/learn', '/dashboard'].filter((page) =>
  existsSync(path.join(pages, `${page === '/' ? 'index' : page}.html`)),
);
writeFileSync(
  '.next/static/offline.json',
  JSON.stringify({ files: assets.sort(), pages: [...mainPages, ...scenarios] }),
);

if (count === 0) {
  console.error('No prerendered page found: the build has another form than this script knows.');
  process.exit(1);
}
