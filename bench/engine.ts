// Decisions per second, with and without the trace, on policies of 10, 100 and 500 statements; a matrix.
import { accessMatrix, prepareAuthorizer } from '@/simulator/index.ts';
import { rates } from './rates.ts';
import { milliseconds, perSecond } from './statistics.ts';
import { environment, grownPolicy, requests, sizes, statementsIn } from './ten-statements.ts';

for (const times of sizes) {
  const authorizer = prepareAuthorizer({ ...environment, resourcePolicy: grownPolicy(times) });
  const size = statementsIn(times);
  const decided = await rates(requests.length, () => {
    for (const request of requests) authorizer.decide(request);
  });
  const explained = await rates(requests.length, () => {
    for (const request of requests) authorizer.explain(request);
  });
  console.log(`  ${size} verdict only   ${perSecond(decided)}`);
  console.log(`  ${size} with the trace ${perSecond(explained)}`);
}

const principals = Array.from({ length: 20 }, (_, i) => `arn:aws:iam::111122223333:role/role-${i}`);
const matrices = Array.from({ length: 31 }, () => {
  const start = performance.now();
  accessMatrix(environment, { principals });
  return performance.now() - start;
});
console.log(`  every action × 20 principals, policies compiled anew: ${milliseconds(matrices.slice(1))}`);
