/* Every call asks the world's policies for each permission of its catalog row. */
import type { AccessRequest, Decision } from '../../authorize/types.ts';
import { operations } from '../../catalog/operations.ts';
import type { Operation } from '../../catalog/types.ts';
import type { KeyRecord } from '../../world/types.ts';
import type { Question as AskedQuestion } from './asked-questions.ts';
import type { AnyRequest, FoundKey, KnownCaller, Targets } from './call.ts';
import { conditionContext, encryptionContextOf } from './condition-context.ts';
import type { AuthorizerCache } from './environment.ts';
import { grantTokensOf } from './grant-tokens.ts';
import { Refusal } from './refusal.ts';

type Ask = Operation['permissions'][number];

/**
 * Refuses the call unless every permission is given. Returns the last decision, for showing why it was allowed.
 * @param note told of every question before it is decided
 */
export function authorize(
  request: AnyRequest,
  targets: Targets,
  cache: AuthorizerCache,
  note: (question: AskedQuestion) => void,
): Decision {
  const asked = questionsOf(request, targets);
  let last: Decision | null = null;
  for (const { key, ask } of asked) {
    const { environment, authorizer } = cache.find(request.draft, request.caller, key);
    note({ environment, request: ask });
    last = authorizer.explain(ask);
    if (last.verdict === 'NotSimulated') {
      const notes = last.notes.map(({ code }) => code).join(', ');
      throw new Refusal(
        'KMSInternalException',
        `This request cannot be decided by the simulator: ${notes}.`,
        last,
      );
    }
    if (last.verdict !== 'Allowed') {
      throw new Refusal('AccessDeniedException', last.message ?? '', last);
    }
  }
  if (last === null) throw new Error(`${request.operation} asks for no permission`);
  return last;
}

interface Question {
  readonly key: KeyRecord | null;
  readonly ask: AccessRequest;
}

function questionsOf(request: AnyRequest, targets: Targets): Question[] {
  const row: Operation = operations[request.operation];
  const base = baseRequest(request, targets);
  if (row.policyType === 'grant') {
    const key = targets.key?.key ?? null;
    return [{ key, ask: { ...base, action: `kms:${request.operation}`, resource: key?.arn ?? '*' } }];
  }
  return row.permissions
    .filter((ask) => isAsked(ask, request))
    .map((ask) => question(ask, base, request, targets));
}

/** The authorizer itself asks for tags on a new key, and for the replica's Region. */
function isAsked(ask: Ask, { input, caller }: AnyRequest): boolean {
  if (ask.on === 'replicaRegion' || ask.when === 'tags') return false;
  if (ask.when !== 'multiRegion') return true;
  return input.MultiRegion === true && caller.account?.hasMultiRegionRole === false;
}

type Base = Omit<AccessRequest, 'action' | 'resource'>;

function question(ask: Ask, base: Base, request: AnyRequest, targets: Targets): Question {
  const { action } = ask;
  switch (ask.on) {
    case 'account':
    case 'replicaRegion':
      return { key: null, ask: { ...base, action, resource: '*' } };
    case 'alias':
      return { key: null, ask: { ...base, action, resource: targets.aliasArn ?? '*' } };
    case 'key':
    case 'sourceKey':
      return aboutKey(targets.key, targets.second, action, base, request);
    case 'destinationKey':
    case 'newKey':
    case 'replicaKey':
      return aboutKey(targets.second, targets.key, action, base, request);
  }
}

function aboutKey(
  found: FoundKey | undefined,
  other: FoundKey | undefined,
  action: string,
  base: Base,
  request: AnyRequest,
): Question {
  if (found === undefined) throw new Error(`no key for ${action}`);
  const { key, requested } = found;
  const encryptionContext = encryptionContextOf(request, action);
  const byAlias = requested === '' || /^(?:alias\/|arn:[^:]*:kms:[^:]*:[^:]*:alias\/)/.test(requested);
  return {
    key,
    ask: {
      ...base,
      action,
      resource: byAlias ? requested : key.arn,
      ...(encryptionContext !== undefined && { encryptionContext }),
      ...(action.startsWith('kms:ReEncrypt') && other !== undefined && { secondResource: other.key.arn }),
    },
  };
}

function baseRequest(request: AnyRequest, targets: Targets): Base {
  const { caller, draft } = request;
  const { given } = caller;
  const tokens = grantTokensOf(request);
  return {
    principal: caller.parsed.kind === 'service' ? caller.parsed.arn : given.arn,
    time: new Date(draft.now).toISOString(),
    context: { ...regionOf(caller), ...conditionContext(request, targets), ...given.context },
    ...(given.viaService !== undefined && { viaService: given.viaService }),
    ...(given.vpcEndpoint !== undefined && { vpcEndpoint: given.vpcEndpoint }),
    ...(given.sourceIp !== undefined && { sourceIp: given.sourceIp }),
    ...(tokens.length > 0 && { grantTokens: tokens }),
    ...(targets.grantId !== undefined && { grantId: targets.grantId }),
  };
}

const regionOf = ({ region }: KnownCaller) => ({ 'aws:RequestedRegion': region });
