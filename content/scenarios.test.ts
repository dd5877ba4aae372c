import { describe, expect, it } from 'vitest';
import { type PlaygroundState, playgroundSchema } from '@/lib/model/playground.ts';
import { toEnvironment } from '@/lib/model/playground-environment.ts';
import { toRequest } from '@/lib/model/playground-request.ts';
import { mended } from '@/lib/model/scenario.ts';
import { parsePolicy, prepareAuthorizer } from '@/simulator/index.ts';
import { scenarios } from './scenarios.ts';

const decide = (state: PlaygroundState) =>
  prepareAuthorizer(toEnvironment(state)).explain(toRequest(state.request));

const problems = ({ documents }: PlaygroundState) =>
  documents.flatMap(({ kind, text }) =>
    kind === 'grants' ? [] : parsePolicy(text, kind).problems.map(({ code }) => code),
  );

describe.each(scenarios.map((scenario) => [scenario.slug, scenario] as const))('%s', (slug, scenario) => {
  const fixed = mended(scenario);

  it('is a valid state that knows where it came from', () => {
    expect(playgroundSchema.parse(scenario.state)).toEqual(scenario.state);
    expect(scenario.state.scenario).toBe(slug);
  });

  it('fails as it does in AWS, in AWS’s words', () => {
    const decision = decide(scenario.state);
    expect(decision.verdict).toBe(scenario.verdict);
    expect(decision.message).toMatch(/ is not authorized to perform: | does not exist$/);
  });

  it('is allowed once mended', () => {
    expect(decide(fixed).verdict).toBe('Allowed');
  });

  it('has the problems it tells of in its policies, and none once mended', () => {
    expect(problems(scenario.state)).toEqual(scenario.problems ?? []);
    expect(problems(fixed)).toEqual([]);
  });
});

it('every slug is used once', () => {
  expect(new Set(scenarios.map(({ slug }) => slug)).size).toBe(scenarios.length);
});
