import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lessonStates, mergeEvents, type ProgressEvent, progressEventSchema } from './progress.ts';

const instant = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const lesson = fc.constantFrom('three-kinds-of-keys', 'who-is-root', 'what-rotation-does');

const event: fc.Arbitrary<ProgressEvent> = fc.oneof(
  fc.record({
    id: fc.uuid(),
    kind: fc.constant('lesson-opened' as const),
    subject: lesson,
    payload: fc.constant({}),
    at: instant,
  }),
  fc.record({
    id: fc.uuid(),
    kind: fc.constant('lesson-passed' as const),
    subject: lesson,
    payload: fc.record({ policy: fc.string() }),
    at: instant,
  }),
);

const events = fc.uniqueArray(event, { selector: ({ id }) => id, maxLength: 30 });

/** Two devices' views of one history: each knows some of it. */
const views = events.chain((all) =>
  fc.tuple(fc.constant(all), fc.subarray(all), fc.subarray(all), fc.subarray(all)),
);

describe('merging what two devices know', () => {
  it('loses nothing and invents nothing', () => {
    fc.assert(
      fc.property(views, ([, a, b]) => {
        const merged = mergeEvents(a, b);
        expect(new Set(merged)).toEqual(new Set([...a, ...b]));
        expect(merged).toHaveLength(new Set(merged.map(({ id }) => id)).size);
      }),
    );
  });

  it('comes to the same whatever the order, and however often', () => {
    fc.assert(
      fc.property(views, ([, a, b, c]) => {
        expect(mergeEvents(a, b)).toEqual(mergeEvents(b, a));
        expect(mergeEvents(mergeEvents(a, b), c)).toEqual(mergeEvents(a, mergeEvents(b, c)));
        expect(mergeEvents(mergeEvents(a, b), b)).toEqual(mergeEvents(a, b));
      }),
    );
  });

  it('never turns a passed lesson back', () => {
    fc.assert(
      fc.property(views, ([, a, b]) => {
        const before = lessonStates(a);
        const after = lessonStates(mergeEvents(a, b));
        for (const [id, state] of before) if (state === 'passed') expect(after.get(id)).toBe('passed');
        for (const id of before.keys()) expect(after.has(id)).toBe(true);
      }),
    );
  });
});

describe('how far a lesson is', () => {
  const at = '2026-03-01T12:00:00.000Z';
  const opened: ProgressEvent = {
    id: '1b4e28ba-2fa1-11d2-883f-0016d3cca427',
    kind: 'lesson-opened',
    subject: 'who-is-root',
    payload: {},
    at,
  };

  it('is unknown without events, then opened, then passed', () => {
    const passed: ProgressEvent = { ...opened, kind: 'lesson-passed', payload: { policy: '{}' } };
    expect(lessonStates([]).get('who-is-root')).toBeUndefined();
    expect(lessonStates([opened]).get('who-is-root')).toBe('opened');
    expect(lessonStates([passed, opened]).get('who-is-root')).toBe('passed');
  });

  it.each([
    ['an id that is no UUID', { id: 'x' }],
    ['an unknown kind', { kind: 'lesson-failed' }],
    ['a lesson id with a path in it', { subject: '../etc' }],
    ['a time with an offset', { at: '2026-03-01T12:00:00+01:00' }],
    ['a year that databases do not agree on', { at: '0000-01-01T00:00:00.000Z' }],
    ['fields nobody asked for', { admin: true }],
    ['a pass without its policy', { kind: 'lesson-passed', payload: {} }],
    ['a policy with a NUL', { kind: 'lesson-passed', payload: { policy: '\0' } }],
    ['a policy with half a character', { kind: 'lesson-passed', payload: { policy: '\ud83d' } }],
    ['a policy that is far too long', { kind: 'lesson-passed', payload: { policy: ' '.repeat(65_537) } }],
  ])('is not told by an event with %s', (_what, wrong) => {
    expect(progressEventSchema.safeParse(opened).success).toBe(true);
    expect(progressEventSchema.safeParse({ ...opened, ...wrong }).success).toBe(false);
  });
});
