// The input of the rates: a key policy as the console writes it, two callers' worth of requests, and more of the same.
import type { AccessRequest, Environment } from '@/simulator/index.ts';
import inputs from './inputs/ten-statements.json' with { type: 'json' };

export const environment: Environment = inputs.environment;
export const requests = inputs.requests as unknown as readonly AccessRequest[];

const policy: { readonly Statement: readonly { readonly Sid: string }[] } = JSON.parse(
  inputs.environment.resourcePolicy,
);

/** How many times the policy's statements are there, for policies of 10, 100 and 500 statements. */
export const sizes = [1, 10, 50];

export const statementsIn = (times: number): string =>
  `${times * policy.Statement.length} statements`.padEnd(14);

/** The policy of the input file, its statements repeated under other names. */
export function grownPolicy(times: number) {
  const statements = Array.from({ length: times }, (_, copy) =>
    policy.Statement.map((statement) => ({ ...statement, Sid: `${statement.Sid} ${copy}` })),
  );
  return { ...policy, Statement: statements.flat() };
}
