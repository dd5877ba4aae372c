/*
 * How many times as fast as a comparable public engine, on the same input in the same run. Its licence
 * does not let it be a dependency, so it is here only if whoever runs this has put it here.
 */
import { prepareAuthorizer } from '@/simulator/index.ts';
import { rates } from './rates.ts';
import { perSecond, quantile } from './statistics.ts';
import { environment, grownPolicy, requests, sizes, statementsIn } from './ten-statements.ts';

const engine = '@cloud-copilot/iam-simulate';

/** What its README documents, as far as it is used here. */
interface Comparable {
  runSimulation(simulation: object, options: object): Promise<unknown>;
}

async function load(): Promise<Comparable | null> {
  try {
    return await import(engine);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** The input in its form: context as text, identity policies by name. */
function simulationsOn(resourcePolicy: object): readonly object[] {
  const identityPolicies = (environment.identityPolicies ?? []).map((policy, index) => ({
    name: `policy-${index}`,
    policy: typeof policy === 'string' ? JSON.parse(policy) : policy,
  }));
  return requests.map(({ principal, action, resource, resourceAccount, context = {} }) => ({
    request: {
      principal,
      action,
      resource: { resource, accountId: resourceAccount },
      contextVariables: Object.fromEntries(
        Object.entries(context).map(([key, value]) => [key, Array.isArray(value) ? value : String(value)]),
      ),
    },
    identityPolicies,
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy,
  }));
}

const comparable = await load();
if (comparable === null) {
  console.log(`  Not compared: ${engine} is not installed. To compare, run`);
  console.log(`    npm install --no-save ${engine}`);
  console.log('  and then this benchmark again.');
} else {
  for (const times of sizes) {
    const resourcePolicy = grownPolicy(times);
    const authorizer = prepareAuthorizer({ ...environment, resourcePolicy });
    const simulations = simulationsOn(resourcePolicy);
    const theirs = await rates(requests.length, async () => {
      for (const simulation of simulations) await comparable.runSimulation(simulation, {});
    });
    const decided = await rates(requests.length, () => {
      for (const request of requests) authorizer.decide(request);
    });
    const explained = await rates(requests.length, () => {
      for (const request of requests) authorizer.explain(request);
    });
    const ratio = (ours: readonly number[]) => Math.round(quantile(ours, 0.5) / quantile(theirs, 0.5));
    const size = statementsIn(times);
    console.log(`  ${size} the other engine  ${perSecond(theirs)}`);
    console.log(`  ${size} verdict only      ${perSecond(decided)}: ${ratio(decided)} times as many`);
    console.log(`  ${size} with the trace    ${perSecond(explained)}: ${ratio(explained)} times as many`);
  }
}
