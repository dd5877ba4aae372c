// Decisions per second, with and without the trace, on policies of 10, 100 and 500 statements; a matrix.
import { type AccessRequest, accessMatrix, type Environment, prepareAuthorizer } from '@/simulator/index.ts';
import inputs from './inputs/ten-statements.json' with { type: 'json' };
import { milliseconds, perSecond } from './statistics.ts';

const environment: Environment = inputs.environment;
const requests: readonly AccessRequest[] = inputs.requests as unknown as readonly AccessRequest[];
const policy: { readonly Statement: readonly { readonly Sid: string }[] } = JSON.parse(
  inputs.environment.resourcePolicy,
);

const rounds = 9;
const roundMs = 300;

/** Runs the requests in turn for a while, and tells how many a second that was; the first round warms up. */
function rates(decide: (request: AccessRequest) => unknown): number[] {
  const found: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    let count = 0;
    let elapsed = 0;
    while (elapsed < roundMs) {
      for (const request of requests) decide(request);
      count += requests.length;
      elapsed = performance.now() - start;
    }
    if (round > 0) found.push((count / elapsed) * 1000);
  }
  return found;
}

/** The policy of the input file, its statements repeated under other names. */
function grown(times: number): Environment {
  const statements = Array.from({ length: times }, (_, copy) =>
    policy.Statement.map((statement) => ({ ...statement, Sid: `${statement.Sid} ${copy}` })),
  );
  return { ...environment, resourcePolicy: { ...policy, Statement: statements.flat() } };
}

for (const times of [1, 10, 50]) {
  const authorizer = prepareAuthorizer(grown(times));
  const size = `${times * policy.Statement.length} statements`.padEnd(14);
  console.log(`  ${size} verdict only   ${perSecond(rates((request) => authorizer.decide(request)))}`);
  console.log(`  ${size} with the trace ${perSecond(rates((request) => authorizer.explain(request)))}`);
}

const principals = Array.from({ length: 20 }, (_, i) => `arn:aws:iam::111122223333:role/role-${i}`);
const matrices = Array.from({ length: rounds + 1 }, () => {
  const start = performance.now();
  accessMatrix(environment, { principals });
  return performance.now() - start;
});
console.log(`  every action × 20 principals, policies compiled anew: ${milliseconds(matrices.slice(1))}`);
