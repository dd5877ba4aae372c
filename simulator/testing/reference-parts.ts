import type { AccessRequest, Environment, KeyEntry } from '../authorize/types.ts';
import type { ReferenceCaller } from './reference-caller.ts';
import type { Asked } from './reference-context.ts';
import {
  accountLevelActions,
  aliasActions,
  crossAccountActions,
  ownAccountActions,
} from './reference-operations.ts';

/** An operation may need several permissions; here they are. */
export function askedParts(
  environment: Environment,
  request: AccessRequest,
  caller: ReferenceCaller,
): Asked[] {
  const [service = '', name = ''] = request.action.split(/:(.*)/);
  if (service.toLowerCase() !== 'kms')
    return [{ service, action: name, resource: request.resource, key: null }];
  const action = nameOf(name);
  const first = keyBehind(environment, request.resource, caller);
  const second = request.secondResource ? keyBehind(environment, request.secondResource, caller) : first;
  const on = (permission: string, { arn, alias }: { arn: string; alias?: string }): Asked => ({
    service: 'kms',
    action: permission,
    resource: arn,
    key: factsOf(environment, arn),
    ...(alias === undefined ? {} : { alias }),
  });
  const atAccount = (permission: string): Asked => ({
    service: 'kms',
    action: permission,
    resource: '*',
    key: permission === 'CreateKey' ? {} : null,
  });
  const tagged = Object.keys(request.context ?? {}).some((key) => /^aws:(requesttag\/|tagkeys$)/i.test(key));
  const withTags = tagged ? [atAccount('TagResource')] : [];
  if (action === 'CreateKey') return [atAccount('CreateKey'), ...withTags];
  if (accountLevelActions.includes(action)) return [atAccount(action)];
  if (aliasActions.includes(action)) {
    const alias = { service: 'kms', action, resource: aliasArn(request.resource, first.arn), key: null };
    const keys = action === 'UpdateAlias' ? [on(action, { arn: second.arn })] : [];
    return [alias, on(action, { arn: environment.key?.arn ?? first.arn }), ...keys];
  }
  if (action === 'ReEncrypt') {
    const sameKey = first.arn === second.arn;
    return [
      { ...on('ReEncryptFrom', first), sameKey },
      { ...on('ReEncryptTo', second), sameKey },
    ];
  }
  if (action === 'ReplicateKey') return [on(action, first), atAccount('CreateKey'), ...withTags];
  if (action === 'UpdatePrimaryRegion') return [on(action, first), on(action, second)];
  return [on(action, first)];
}

function nameOf(action: string): string {
  const known = [...accountLevelActions, ...aliasActions, ...ownAccountActions, ...crossAccountActions];
  return known.find((one) => one.toLowerCase() === action.toLowerCase()) ?? action;
}

function keyBehind(environment: Environment, resource: string, caller: ReferenceCaller) {
  const own = environment.key?.arn;
  const alias = /(?:^|:)(alias\/.+)$/.exec(resource)?.[1];
  if (alias !== undefined) {
    const [, , , region, account] = resource.startsWith('arn:')
      ? resource.split(':')
      : (own ?? '').split(':');
    return { arn: own ?? `arn:aws:kms:${region}:${account ?? caller.account}:key/unknown`, alias };
  }
  if (resource.startsWith('arn:') || resource === '*') return { arn: resource };
  return { arn: own ?? `arn:aws:kms:us-west-2:${caller.account}:key/${resource}` };
}

function aliasArn(resource: string, keyArn: string): string {
  return resource.startsWith('arn:') ? resource : `${keyArn.split(':').slice(0, 5).join(':')}:${resource}`;
}

/** The key among the environment's further keys; null: the environment's own. */
export function entryOf(environment: Environment, arn: string): KeyEntry | null {
  if (environment.key?.arn === arn) return null;
  return environment.keys?.find((entry) => entry.key.arn === arn) ?? null;
}

const factsOf = (environment: Environment, arn: string) =>
  entryOf(environment, arn)?.key ?? environment.key ?? {};
