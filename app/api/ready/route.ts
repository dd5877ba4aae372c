import { answer, problem, respond } from '@/lib/server/answer.ts';
import { database } from '@/lib/server/database.ts';
import { describeFailure, log } from '@/lib/server/log.ts';

export const dynamic = 'force-dynamic';

/** Tells whether this server can take requests: its database answers and has its tables. */
export async function GET(): Promise<Response> {
  try {
    await database().savedPolicy.findFirst({ select: { id: true } });
    return respond(answer({ status: 'ready' }));
  } catch (error) {
    log('error', 'not-ready', describeFailure(error));
    return respond(problem(503, 'database_unavailable', 'The database does not answer or lacks its tables.'));
  }
}
