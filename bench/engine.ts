// Decisions per second on a policy of ten statements, with and without the trace.
import { type AccessRequest, type Environment, prepareAuthorizer } from '@/simulator/index.ts';
import inputs from './inputs/ten-statements.json' with { type: 'json' };
import { perSecond } from './statistics.ts';

const environment: Environment = inputs.environment;
const requests: readonly AccessRequest[] = inputs.requests as unknown as readonly AccessRequest[];
const authorizer = prepareAuthorizer(environment);

const rounds = 9;
const roundMs = 500;

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

console.log(`  verdict only   ${perSecond(rates((request) => authorizer.decide(request)))}`);
console.log(`  with the trace ${perSecond(rates((request) => authorizer.explain(request)))}`);
