/* What is known around a policy, as lists that completions offer. */
import type { Caller, KeyFacts } from '../authorize/types.ts';
import { keySpecs } from '../catalog/key-specs.ts';
import type { KeySpecRow } from '../catalog/types.ts';
import { accountOf } from '../findings/context.ts';
import { parseArn } from '../match/arn.ts';
import { parseCaller } from '../match/caller.ts';
import type { LanguageContext } from './types.ts';

/** AWS's own example account, for placeholders. */
export const exampleAccount = '111122223333';
export const exampleRegion = 'us-west-2';

/** The key that the policy is about; null when nothing is known of it. */
export function keyOf({ key, environment }: LanguageContext): KeyFacts | null {
  const known = key ?? environment?.key ?? null;
  // What is not said of a key has the default of a new one.
  const unsaid = known !== null && known.keySpec === undefined && known.keyUsage === undefined;
  return unsaid ? { ...known, keySpec: 'SYMMETRIC_DEFAULT' } : known;
}

/** Partition, Region and account of the key; null where not known. */
export function homeOf(context: LanguageContext): {
  readonly partition: string;
  readonly region: string | null;
  readonly account: string | null;
} {
  const arn = parseArn(keyOf(context)?.arn ?? '');
  return {
    partition: arn?.partition || 'aws',
    region: arn?.region || null,
    account: arn !== null && /^\d{12}$/.test(arn.account) ? arn.account : null,
  };
}

export function callersOf({ environment }: LanguageContext): readonly Caller[] {
  return environment?.callers ?? [];
}

/** Every user, role, session and account that the context names, each once; accounts as root ARNs. */
export function knownPrincipals(context: LanguageContext): readonly string[] {
  const { environment, request, author } = context;
  const { partition } = homeOf(context);
  const named = [
    ...callersOf(context).map(({ arn }) => arn),
    ...(typeof request?.principal === 'string' ? [request.principal] : []),
    ...(author ? [author] : []),
    ...(environment?.grants ?? []).flatMap(({ granteePrincipal, retiringPrincipal }) => [
      ...(granteePrincipal ? [granteePrincipal] : []),
      ...(retiringPrincipal ? [retiringPrincipal] : []),
    ]),
  ].filter((name) => parseCaller(name)?.account);
  const accounts = knownAccounts(context).map((account) => `arn:${partition}:iam::${account}:root`);
  return [...new Set([...accounts, ...named])];
}

/** The accounts that the context names, the key's first. */
export function knownAccounts(context: LanguageContext): readonly string[] {
  const { environment, request } = context;
  const named = [
    homeOf(context).account,
    ...callersOf(context).map(({ arn }) => accountOf(arn)),
    typeof request?.principal === 'string' ? accountOf(request.principal) : null,
    ...(environment?.organization?.accounts ?? []),
  ];
  return [...new Set(named.filter((account): account is string => account !== null))];
}

/** The key's row of the catalog; null when its spec is not known. */
export function specRowOf(key: KeyFacts | null): KeySpecRow | null {
  const rows: Readonly<Record<string, KeySpecRow>> = keySpecs;
  const spec = key?.keySpec;
  return spec !== undefined && Object.hasOwn(rows, spec) ? (rows[spec] ?? null) : null;
}

/** What the key is for; null when it is not known. */
export function usageOf(key: KeyFacts | null): string | null {
  const usages = specRowOf(key)?.usages ?? [];
  return key?.keyUsage ?? (usages.length === 1 ? (usages[0] ?? null) : null);
}
