import 'server-only';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { anonymous } from 'better-auth/plugins/anonymous';
import type { Configuration } from './configuration.ts';
import { readConfiguration } from './configuration.ts';
import { type Database, database } from './database.ts';

/** Whose data a request may touch. */
export interface Learner {
  readonly id: string;
}

/** The learner of a request, with the cookies the answer must set. */
export interface Recognition {
  readonly learner: Learner;
  readonly cookies: readonly string[];
}

export interface Learners {
  /** The learner whose cookie this is, or null. A cookie in use is renewed once a day. */
  recognize(request: Request): Promise<Recognition | null>;
  /** Makes an anonymous learner. Only a write does this: reading the site leaves no trace. */
  welcome(): Promise<Recognition>;
}

const DAY = 24 * 60 * 60;

// Browsers keep a cookie for at most 400 days. An anonymous learner has nothing but the cookie to come back with.
const SESSION_SECONDS = 400 * DAY;

/** Recognises learners by a signed cookie and keeps their sessions in the database. */
export function learnersOf(
  data: Database,
  { publicUrl, secret }: Omit<Configuration, 'databaseUrl'>,
): Learners {
  const auth = betterAuth({
    ...options(publicUrl, secret),
    database: prismaAdapter(data, { provider: 'sqlite' }),
  });
  return {
    async recognize(request) {
      // Nothing but the cookie is passed on, so that no address and no browser name reaches the database.
      const cookie = request.headers.get('cookie');
      if (!cookie) return null;
      const { response, headers } = await auth.api.getSession({
        headers: new Headers({ cookie }),
        returnHeaders: true,
      });
      return response && { learner: { id: response.user.id }, cookies: headers.getSetCookie() };
    },
    async welcome() {
      const { response, headers } = await auth.api.signInAnonymous({
        headers: new Headers(),
        returnHeaders: true,
      });
      return { learner: { id: response.user.id }, cookies: headers.getSetCookie() };
    },
  };
}

let kept: Learners | undefined;

/** The server's learners. */
export function learners(): Learners {
  kept ??= learnersOf(database(), readConfiguration());
  return kept;
}

function options(publicUrl: string | undefined, secret: string) {
  return {
    secret,
    baseURL: publicUrl ?? 'http://localhost:3000',
    telemetry: { enabled: false },
    session: { expiresIn: SESSION_SECONDS, updateAge: DAY },
    plugins: [anonymous({ emailDomainName: 'anonymous.invalid' })],
    advanced: {
      cookiePrefix: 'kms',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      ipAddress: { disableIpTracking: true },
    },
    logger: { level: 'error' },
  } satisfies BetterAuthOptions;
}
