/*
 * A key policy as long as KMS allows, met for the first time. Every figure but the last is of new
 * processes, in which all code runs for the first time; the parts add up only roughly.
 */
import { spawnSync } from 'node:child_process';
import type { AccessRequest, Environment } from '@/simulator/index.ts';
import inputs from './inputs/thirty-two-kilobytes.json' with { type: 'json' };
import { milliseconds } from './statistics.ts';

const runs = 15;
const environment: Environment = inputs.environment;
const [request] = inputs.requests as unknown as readonly [AccessRequest];
const text = inputs.environment.resourcePolicy;
const short = {
  ...environment,
  resourcePolicy: { ...JSON.parse(text), Statement: JSON.parse(text).Statement.slice(0, 2) },
};

type Part = 'load' | 'parse' | 'decide' | 'explain' | 'explainShort' | 'explainAfterShort' | 'explainAgain';

/** What to write before each part's figure. */
const parts: Readonly<Record<Part, string>> = {
  load: 'the simulator itself, loaded',
  explain: 'the policy parsed, compiled and a decision explained',
  parse: '  of this, parsed',
  decide: '  parsed, compiled and decided',
  explainShort: '  the same with two statements: what it takes to run the code at all',
  explainAfterShort: '  explained after that: what the policy takes',
  explainAgain: 'explained once more for a changed policy, in a process that runs for a while: a keystroke',
};

const changes = 100;

/** How long one part takes in this process, in milliseconds. */
async function measure(part: Part): Promise<number> {
  const before = performance.now();
  const { parsePolicy, prepareAuthorizer } = await import('@/simulator/index.ts');
  if (part === 'load') return performance.now() - before;
  const explain = (policies: Environment) => prepareAuthorizer(policies).explain(request);
  if (part === 'explainAfterShort') explain(short);
  let start = performance.now();
  if (part === 'parse') parsePolicy(text, 'key');
  else if (part === 'decide') prepareAuthorizer(environment).decide(request);
  else if (part === 'explainShort') explain(short);
  else if (part === 'explainAgain') {
    for (let change = 0; change < changes; change += 1) {
      const resourcePolicy = text.replace('team-001', `team-${change}`);
      start = performance.now();
      explain({ ...environment, resourcePolicy });
    }
  } else explain(environment);
  return performance.now() - start;
}

const [, program = '', asked] = process.argv;
const isPart = (name: string | undefined): name is Part => name !== undefined && name in parts;
if (isPart(asked)) {
  console.log(await measure(asked));
} else {
  for (const [part, name] of Object.entries(parts)) {
    const times = Array.from({ length: runs }, () =>
      Number(spawnSync(process.execPath, [program, part], { encoding: 'utf8' }).stdout),
    );
    console.log(`  ${name}: ${milliseconds(times)}`);
  }
}
