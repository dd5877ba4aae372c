import { describe, expect, it } from 'vitest';
import { applyWay } from '@/lib/model/apply-way.ts';
import { type PlaygroundState, playgroundSchema } from '@/lib/model/playground.ts';
import { toEnvironment } from '@/lib/model/playground-environment.ts';
import { toRequest } from '@/lib/model/playground-request.ts';
import { prepareAuthorizer, waysToAllow } from '@/simulator/index.ts';
import { scenarios } from './scenarios.ts';

const decide = (state: PlaygroundState) =>
  prepareAuthorizer(toEnvironment(state)).decide(toRequest(state.request));

describe('ways to allow, put into the playground', () => {
  it.each(scenarios.map(({ slug, state }) => [slug, state] as const))('%s', (_, state) => {
    const { ways } = waysToAllow(toEnvironment(state), toRequest(state.request));
    for (const way of ways) {
      const after = applyWay(state, way);
      expect(playgroundSchema.parse(after)).toEqual(after);
      expect(decide(after), JSON.stringify(way.changes)).toBe('Allowed');
    }
  });

  it('are there for most scenarios', () => {
    const helped = scenarios.filter(
      ({ state }) => waysToAllow(toEnvironment(state), toRequest(state.request)).ways.length > 0,
    );
    expect(helped.length).toBeGreaterThan(scenarios.length / 2);
  });
});
