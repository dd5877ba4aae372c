import { answer, respond } from '@/lib/server/answer.ts';

export const dynamic = 'force-dynamic';

/** Tells that the process answers, whatever the database does. */
export function GET(): Response {
  return respond(answer({ status: 'ok' }));
}
