/** One page of every template, by its name. */
export const templates = {
  landing: '/',
  path: '/learn',
  track: '/learn/key-policies',
  lesson: '/learn/key-policies/who-is-root',
  playground: '/playground',
  'simulated account': '/playground/account',
  dashboard: '/dashboard',
  reference: '/reference',
  findings: '/reference/findings',
  finding: '/reference/findings/KMS_LOCKOUT',
  'not found': '/no-such-page',
} as const;

/** The console's own words about the page that is not there. */
export const notFoundError = /status of 404 .*\/no-such-page/;
