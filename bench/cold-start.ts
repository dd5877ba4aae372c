// A new process, and in it the first decision on a key policy as long as KMS allows: parse, compile, decide.
import { spawnSync } from 'node:child_process';
import { type AccessRequest, type Environment, prepareAuthorizer } from '@/simulator/index.ts';
import inputs from './inputs/thirty-two-kilobytes.json' with { type: 'json' };
import { milliseconds } from './statistics.ts';

const runs = 15;

function firstDecision(): number {
  const environment: Environment = inputs.environment;
  const requests = inputs.requests as unknown as readonly AccessRequest[];
  const start = performance.now();
  const authorizer = prepareAuthorizer(environment);
  for (const request of requests) authorizer.explain(request);
  return performance.now() - start;
}

if (process.argv[2] === 'once') {
  console.log(firstDecision());
} else {
  const [, program = ''] = process.argv;
  const times = Array.from({ length: runs }, () =>
    Number(spawnSync(process.execPath, [program, 'once'], { encoding: 'utf8' }).stdout),
  );
  console.log(`  first decision on a policy of 32 KB: ${milliseconds(times)}`);
}
