import { describe, expect, it } from 'vitest';
import { type PlaygroundState, playgroundSchema, toEnvironment, toRequest } from '@/lib/model/playground.ts';
import { mended } from '@/lib/model/scenario.ts';
import { parsePolicy, prepareAuthorizer } from '@/simulator/index.ts';
import { scenarios } from './scenarios.ts';

const decide = (state: PlaygroundState) =>
  prepareAuthorizer(toEnvironment(state)).explain(toRequest(state.request));

describe.each(scenarios.map((scenario) => [scenario.slug, scenario] as const))('%s', (slug, scenario) => {
  const fixed = mended(scenario);

  it('is a valid state that knows where it came from', () => {
    expect(playgroundSchema.parse(scenario.state)).toEqual(scenario.state);
    expect(scenario.state.scenario).toBe(slug);
  });

  it('fails as it does in AWS, with AWS’s sentence', () => {
    const decision = decide(scenario.state);
    expect(decision.verdict).toBe(scenario.verdict);
    expect(decision.message).toContain('is not authorized to perform');
  });

  it('is allowed once mended', () => {
    expect(decide(fixed).verdict).toBe('Allowed');
  });

  it('has no problem in any policy, before and after', () => {
    for (const { kind, text } of [...scenario.state.documents, ...fixed.documents]) {
      if (kind !== 'grants') expect(parsePolicy(text, kind).problems).toEqual([]);
    }
  });
});

it('every slug is used once', () => {
  expect(new Set(scenarios.map(({ slug }) => slug)).size).toBe(scenarios.length);
});
