import { describe, expect, it } from 'vitest';
import { learnersOf } from './learner.ts';
import { policiesOf } from './policies.ts';
import { progressOf } from './progress.ts';
import { migrate, onEachDatabase } from './testing/databases.ts';
import { eventOf, policyOf } from './testing/samples.ts';

onEachDatabase(({ data, url, newLearner }) => {
  describe('schema', () => {
    it('is what the models say after all migrations', () => {
      expect(migrate('check', url())).toContain('in step');
    }, 60_000);

    it('takes the migrations a second time without doing anything', () => {
      expect(migrate('deploy', url())).toContain('up to date');
    }, 60_000);

    it('refuses rows of a learner who does not exist', async () => {
      await expect(policiesOf(data(), { id: 'nobody' }).create(policyOf())).rejects.toThrow();
    });

    it('removes all rows of a learner with the learner', async () => {
      const learner = await newLearner();
      await policiesOf(data(), learner).create(policyOf());
      await progressOf(data(), learner, () => null).record([eventOf()]);
      await data().user.delete({ where: { id: learner.id } });
      expect(await data().savedPolicy.count({ where: { learnerId: learner.id } })).toBe(0);
      expect(await data().progressEvent.count({ where: { learnerId: learner.id } })).toBe(0);
    });
  });

  describe('saved policies', () => {
    it('come back exactly as they were written', async () => {
      const policies = policiesOf(data(), await newLearner());
      const policy = policyOf({ text: '{"b":1,\n\t"a": "ü 🔑 \\u0000"}', environment: '{"z":1,"a":2}' });
      await policies.create(policy);
      expect(await policies.open(policy.id)).toMatchObject({ ...policy, revision: 1, deleted: false });
    });

    it('are created once, however often the same request arrives', async () => {
      const policies = policiesOf(data(), await newLearner());
      const policy = policyOf();
      const answers = await Promise.all([1, 2, 3].map(() => policies.create(policy)));
      expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
      expect(await policies.list()).toHaveLength(1);
    });

    it('are not overwritten by another one under the same id', async () => {
      const policies = policiesOf(data(), await newLearner());
      const policy = policyOf();
      await policies.create(policy);
      const result = await policies.create({ ...policy, text: 'other' });
      expect(result).toMatchObject({ ok: false, reason: 'conflict', current: { text: policy.text } });
    });

    it('are renamed without touching the text', async () => {
      const policies = policiesOf(data(), await newLearner());
      const policy = policyOf();
      await policies.create(policy);
      const result = await policies.change(policy.id, { revision: 1, name: 'New name' });
      expect(result).toMatchObject({
        ok: true,
        policy: { name: 'New name', text: policy.text, revision: 2 },
      });
    });

    it('let exactly one of several changes from the same revision through, and show it to the others', async () => {
      const policies = policiesOf(data(), await newLearner());
      const policy = policyOf();
      await policies.create(policy);
      const texts = ['a', 'b', 'c', 'd'];
      const results = await Promise.all(
        texts.map((text) => policies.change(policy.id, { revision: 1, text })),
      );
      const current = await policies.open(policy.id);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(current?.revision).toBe(2);
      for (const [index, result] of results.entries()) {
        if (result.ok) expect(current?.text).toBe(texts[index]);
        else expect(result).toMatchObject({ reason: 'conflict', current: { text: current?.text } });
      }
    });

    it('leave an empty marker when they are deleted', async () => {
      const policies = policiesOf(data(), await newLearner());
      const policy = policyOf();
      await policies.create(policy);
      expect(await policies.remove(policy.id, 1)).toMatchObject({ ok: true });
      expect(await policies.list()).toMatchObject([
        { id: policy.id, deleted: true, name: '', text: '', environment: '' },
      ]);
    });

    it('are not deleted by somebody who has not seen the last change', async () => {
      const policies = policiesOf(data(), await newLearner());
      const policy = policyOf();
      await policies.create(policy);
      await policies.change(policy.id, { revision: 1, text: 'changed' });
      expect(await policies.remove(policy.id, 1)).toMatchObject({ ok: false, reason: 'conflict' });
      expect(await policies.open(policy.id)).toMatchObject({ text: 'changed', deleted: false });
    });

    it('come back when the deletion is undone, and not by a change of one field', async () => {
      const policies = policiesOf(data(), await newLearner());
      const { id, ...content } = policyOf();
      await policies.create({ id, ...content });
      await policies.remove(id, 1);
      expect(await policies.change(id, { revision: 2, name: 'x' })).toMatchObject({ reason: 'missing' });
      expect(await policies.change(id, { revision: 2, ...content })).toMatchObject({ ok: true });
      expect(await policies.open(id)).toMatchObject({ ...content, deleted: false });
    });

    it('come back when they are kept again under their old id', async () => {
      const policies = policiesOf(data(), await newLearner());
      const { id, ...content } = policyOf();
      await policies.create({ id, ...content });
      await policies.remove(id, 1);
      expect(await policies.create({ id, ...content, name: 'Back' })).toMatchObject({
        ok: true,
        policy: { name: 'Back', revision: 3, deleted: false },
      });
    });
  });

  describe('two learners', () => {
    it('cannot see, change, delete or block what the other keeps, even under the same id', async () => {
      const mine = policiesOf(data(), await newLearner());
      const theirs = policiesOf(data(), await newLearner());
      const policy = policyOf();
      await mine.create(policy);

      expect(await theirs.open(policy.id)).toBeNull();
      expect(await theirs.list()).toEqual([]);
      expect(await theirs.change(policy.id, { revision: 1, text: 'x' })).toMatchObject({ reason: 'missing' });
      expect(await theirs.remove(policy.id, 1)).toMatchObject({ reason: 'missing' });
      expect(await theirs.create({ ...policy, text: 'theirs' })).toMatchObject({ ok: true });
      expect(await mine.open(policy.id)).toMatchObject({ text: policy.text, revision: 1 });
    });

    it('have progress of their own, even under the same event id', async () => {
      const mine = progressOf(data(), await newLearner(), () => null);
      const theirs = progressOf(data(), await newLearner(), () => null);
      const event = eventOf();
      await mine.record([event]);
      expect(await theirs.list()).toEqual([]);
      await theirs.record([{ ...event, subject: 'theirs' }]);
      expect(await mine.list()).toEqual([event]);
    });
  });

  describe('progress', () => {
    it('comes back as it was recorded, oldest first', async () => {
      const progress = progressOf(data(), await newLearner(), () => null);
      const late = eventOf({ at: '2026-03-02T10:00:00.123Z' });
      const early = eventOf({ at: '1970-01-01T00:00:00.000Z' });
      await progress.record([late, early]);
      expect(await progress.list()).toEqual([early, late]);
    });

    it('is recorded once when it is sent again, twice in one batch, and at the same time', async () => {
      const progress = progressOf(data(), await newLearner(), () => null);
      const event = eventOf();
      await Promise.all([progress.record([event, event]), progress.record([event])]);
      expect(await progress.record([event])).toEqual({ kept: [event.id], refused: [] });
      expect(await progress.list()).toEqual([event]);
    });

    it('never changes: what was recorded first stays', async () => {
      const progress = progressOf(data(), await newLearner(), () => null);
      const event = eventOf();
      await progress.record([event]);
      await progress.record([{ ...event, subject: 'another-lesson' }]);
      expect(await progress.list()).toEqual([event]);
    });

    it('keeps what holds up of a batch and names what does not', async () => {
      const forged = eventOf();
      const honest = eventOf();
      const progress = progressOf(data(), await newLearner(), ({ id }) =>
        id === forged.id ? { code: 'goals_not_met', message: 'No.' } : null,
      );
      expect(await progress.record([forged, honest])).toEqual({
        kept: [honest.id],
        refused: [{ id: forged.id, code: 'goals_not_met', message: 'No.' }],
      });
      expect(await progress.list()).toEqual([honest]);
    });
  });

  describe('learners', () => {
    const learners = (publicUrl?: string) => learnersOf(data(), { publicUrl, secret: 's'.repeat(64) });
    const withCookie = (cookie: string) => new Request('http://localhost/api/x', { headers: { cookie } });
    const pairOf = (cookies: readonly string[]) => cookies.map((one) => one.split(';')[0]).join('; ');

    it('are recognised by the cookie they were given, by another server too', async () => {
      const { learner, cookies } = await learners().welcome();
      expect((await learners().recognize(withCookie(pairOf(cookies))))?.learner).toEqual(learner);
    });

    it('get a cookie that scripts cannot read, that other sites cannot send along, and that lasts over a year', async () => {
      const { cookies } = await learners().welcome();
      expect(cookies).toHaveLength(1);
      expect(cookies[0]).toMatch(/HttpOnly/i);
      expect(cookies[0]).toMatch(/SameSite=Lax/i);
      expect(Number(/Max-Age=(\d+)/i.exec(cookies[0] ?? '')?.[1])).toBeGreaterThanOrEqual(365 * 24 * 60 * 60);
      expect(cookies[0]).not.toMatch(/Secure/i);
    });

    it('get a secure cookie where the public address is https', async () => {
      const { cookies } = await learners('https://kms.example').welcome();
      expect(cookies[0]).toMatch(/^__Secure-/);
      expect(cookies[0]).toMatch(/; Secure/i);
    });

    it('are nobody without a cookie, with a forged one and with one signed by another server', async () => {
      const { cookies } = await learners().welcome();
      const pair = pairOf(cookies);
      const other = learnersOf(data(), { publicUrl: undefined, secret: 'o'.repeat(64) });
      expect(await learners().recognize(new Request('http://localhost/'))).toBeNull();
      expect(await learners().recognize(withCookie(pair.replace(/=./, '=~')))).toBeNull();
      expect(await learners().recognize(withCookie(pair.split('.')[0] ?? ''))).toBeNull();
      expect(await other.recognize(withCookie(pair))).toBeNull();
    });

    it('leave no address and no browser name in the database', async () => {
      const { learner } = await learners().welcome();
      const sessions = await data().session.findMany({ where: { userId: learner.id } });
      expect(sessions.map(({ ipAddress, userAgent }) => ipAddress || userAgent || '')).toEqual(['']);
    });
  });
});
