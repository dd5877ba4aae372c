/* Other requests that the same policies allow: through a service, with an encryption context, a token. */
import { prepareExplorer } from '../access/candidates.ts';
import { type Facts, grantTokenFact, withFacts } from '../access/facts.ts';
import { prepareAuthorizer } from '../authorize/authorize.ts';
import type { Environment } from '../authorize/types.ts';
import type { Proposal } from './policy-edit.ts';
import type { Situation } from './situation.ts';
import type { RequestChangeCode } from './types.ts';

const codes: Readonly<Record<string, RequestChangeCode>> = {
  'kms:viaservice': 'callThroughService',
  'aws:viaawsservice': 'callThroughService',
  'kms:grantisforawsresource': 'callThroughService',
  'aws:sourcevpce': 'useEndpoint',
  'aws:sourcevpc': 'useEndpoint',
  'aws:vpcsourceip': 'useEndpoint',
  'kms:requestalias': 'useAlias',
  'kms:encryptioncontextkeys': 'sendEncryptionContext',
  [grantTokenFact.toLowerCase()]: 'sendGrantToken',
};

const mostFixes = 4;

/** Requests by the same caller for the same action that are allowed as things are. */
export function requestFixes(environment: Environment, situation: Situation): readonly Proposal[] {
  const authorizer = prepareAuthorizer(environment);
  const { caller, action, request } = situation;
  const principal = {
    principal: caller.arn,
    origin: 'asked',
    account: caller.account,
    assumed: false,
  } as const;
  const candidates = prepareExplorer([situation.environment]).candidates({
    principal,
    caller,
    action,
    environment: situation.environment,
  });
  const allows = (facts: Facts) => authorizer.decide(withFacts(request, facts)) === 'Allowed';
  const found = new Map<string, Proposal>();
  for (const facts of candidates) {
    if (found.size >= mostFixes) break;
    // Who the caller is cannot be chosen.
    if ([...facts.keys()].some((key) => /^aws:principal/i.test(key)) || !allows(facts)) continue;
    const needed = fewest(facts, allows);
    const changed = withFacts(request, needed);
    const [key = '', values = null] = [...needed][0] ?? [];
    const lower = key.toLowerCase();
    const code =
      (Object.hasOwn(codes, lower) ? codes[lower] : undefined) ??
      (lower.startsWith('kms:encryptioncontext:') ? 'sendEncryptionContext' : 'changeRequest');
    const data = { key, value: values?.join(', ') ?? '' };
    found.set(JSON.stringify(changed), {
      change: { type: 'request', code, data, request: changed },
      environment,
      request: changed,
    });
  }
  return [...found.values()];
}

function fewest(facts: Facts, allows: (facts: Facts) => boolean): Facts {
  let needed = facts;
  for (const key of facts.keys()) {
    const fewer = new Map([...needed].filter(([name]) => name !== key));
    if (fewer.size > 0 && allows(fewer)) needed = fewer;
  }
  return needed;
}
