import { progressUploadSchema } from '@/lib/model/progress.ts';
import { answer } from '@/lib/server/answer.ts';
import { checkPass } from '@/lib/server/check-pass.ts';
import { database } from '@/lib/server/database.ts';
import { route } from '@/lib/server/http.ts';
import { progressOf } from '@/lib/server/progress.ts';

/** Every event of the learner. Nobody becomes one by asking. */
export const GET = route('optional', {}, async (learner) => {
  if (!learner) return answer({ learner: null, events: [] });
  const events = await progressOf(database(), learner, checkPass).list();
  return answer({ learner: learner.id, events });
});

/** Records a batch of events; see `UploadAnswer`. */
export const POST = route('create', { body: progressUploadSchema }, async (learner, { body }) => {
  const result = await progressOf(database(), learner, checkPass).record(body.events);
  return answer({ learner: learner.id, ...result });
});
