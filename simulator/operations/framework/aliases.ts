import { managedKeyPolicies } from '../../catalog/managed-key-policies.ts';
import { resourceQuotas } from '../../catalog/quotas.ts';
import { aliasArn, type Draft, keyIdOf } from '../../world/draft.ts';
import { placeOf } from '../../world/store.ts';
import type { AliasRecord, KeyRecord } from '../../world/types.ts';
import type { Call } from './call.ts';
import type { KeyQuestion } from './find-key.ts';
import type { AliasEntry } from './outputs.ts';
import { refuse } from './refusal.ts';

const prefix = 'alias/';
const reserved = 'alias/aws/';

export function checkAliasPrefix(name: string): void {
  if (!name.startsWith(prefix)) refuse('aliasPrefix');
}

/** Names under `alias/aws/` are AWS's own. */
export function checkAliasName(name: string): void {
  checkAliasPrefix(name);
  if (name.startsWith(reserved)) refuse('aliasReserved');
  if (name === prefix || name.includes(':')) refuse('aliasNameInvalid');
}

export function checkAliasQuota(draft: Draft, { arn }: KeyRecord): void {
  if (draft.group('aliases', arn).length >= resourceQuotas.aliasesPerKey.limit) {
    refuse('aliasQuota', { keyArn: arn });
  }
}

/** An alias is always one of the caller's account, in the Region of the call. */
export function aliasArnOf({ caller }: Pick<KeyQuestion, 'caller'>, name: string): string {
  return aliasArn(caller.region, caller.account?.id ?? '', name);
}

export function findAlias(request: Pick<KeyQuestion, 'caller' | 'draft'>, name: string): AliasRecord {
  const arn = aliasArnOf(request, name);
  return request.draft.get('aliases', arn) ?? refuse('aliasNotFound', { aliasArn: arn });
}

/** The aliases of a key, or of the account, with those that AWS keeps ready for keys to come. */
export function aliasEntries(
  { draft, account, region }: Call<'ListAliases'>,
  key: KeyRecord | null,
): AliasEntry[] {
  const keys = key === null ? draft.group('keys', placeOf(account.id, region)) : [key];
  const entries = keys.flatMap(({ arn }) => draft.group('aliases', arn).map(entryOf));
  if (key !== null) return entries;
  const names = new Set(entries.map(({ AliasName }) => AliasName));
  const predefined = Object.keys(managedKeyPolicies)
    .map((name) => prefix + name)
    .filter((name) => !names.has(name))
    .map((name) => ({ AliasName: name, AliasArn: aliasArn(region, account.id, name) }));
  return [...entries, ...predefined];
}

function entryOf({ name, arn, keyArn, createdAt, updatedAt }: AliasRecord): AliasEntry {
  return {
    AliasName: name,
    AliasArn: arn,
    TargetKeyId: keyIdOf(keyArn),
    CreationDate: new Date(createdAt),
    LastUpdatedDate: new Date(updatedAt),
  };
}
