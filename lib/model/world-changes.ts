/*
 * The lab's documents go on being edited while its account has a history. What became different is put into the
 * account as a step of its own, so that what happened before stays as it was.
 */
import { z } from 'zod';
import type { AccountChanges, IdentityChanges, WorldChanges } from '@/simulator/index.ts';
import { type AccountDefinition, levelsSchema } from './world-definition.ts';

const text = z.string().max(200_000);
const identitySchema = z.strictObject({
  policies: z.exactOptional(z.record(z.string().max(256), z.nullable(text))),
  permissionsBoundary: z.exactOptional(z.nullable(text)),
  tags: z.exactOptional(z.record(z.string().max(256), z.string().max(1024))),
});
const identitiesSchema = z.record(z.string().max(512), z.nullable(identitySchema));

/** What `World.amend` takes, with policies as text. */
export const worldChangesSchema = z
  .strictObject({
    accounts: z.exactOptional(
      z.record(
        z.string().regex(/^\d{12}$/),
        z.strictObject({
          users: z.exactOptional(identitiesSchema),
          roles: z.exactOptional(identitiesSchema),
          scps: z.exactOptional(levelsSchema),
          rcps: z.exactOptional(levelsSchema),
        }),
      ),
    ),
    keyPolicies: z.exactOptional(z.record(z.string().max(2048), text)),
  })
  .refine(
    (changes) => JSON.stringify(changes).length <= 2_000_000,
    'too long',
  ) satisfies z.ZodType<WorldChanges>;

type Changes = z.infer<typeof worldChangesSchema>;
type Identities = NonNullable<AccountDefinition['accounts'][number]['users']>;
type Key = NonNullable<AccountDefinition['accounts'][number]['keys']>[number];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What has to change in a world of `before` so that its policies are those of `after`; null: nothing. Accounts and keys
 * that only one of them has are left out: a world cannot be given them later.
 */
export function changesBetween(before: AccountDefinition, after: AccountDefinition): Changes | null {
  const accounts: Record<string, AccountChanges> = {};
  const keyPolicies: Record<string, string> = {};
  for (const next of after.accounts) {
    const last = before.accounts.find(({ id }) => id === next.id);
    if (last === undefined) continue;
    const users = identityChanges(last.users ?? {}, next.users ?? {});
    const roles = identityChanges(last.roles ?? {}, next.roles ?? {});
    const changes: AccountChanges = {
      ...(users !== null && { users }),
      ...(roles !== null && { roles }),
      ...(!same(last.scps ?? [], next.scps ?? []) && { scps: next.scps ?? [] }),
      ...(!same(last.rcps ?? [], next.rcps ?? []) && { rcps: next.rcps ?? [] }),
    };
    if (Object.keys(changes).length > 0) accounts[next.id] = changes;
    for (const key of next.keys ?? []) {
      const known = last.keys?.find((one) => isSameKey(one, key));
      if (known === undefined || key.policy === undefined || key.policy === known.policy) continue;
      keyPolicies[`arn:aws:kms:${key.region ?? after.region}:${next.id}:key/${key.id}`] = key.policy;
    }
  }
  const changes = {
    ...(Object.keys(accounts).length > 0 && { accounts }),
    ...(Object.keys(keyPolicies).length > 0 && { keyPolicies }),
  };
  return Object.keys(changes).length > 0 ? worldChangesSchema.parse(changes) : null;
}

const isSameKey = (a: Key, b: Key): boolean => a.id === b.id && a.region === b.region;

function identityChanges(before: Identities, after: Identities): NonNullable<AccountChanges['users']> | null {
  const changes: Record<string, IdentityChanges | null> = {};
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) changes[name] = null;
  for (const [name, next] of Object.entries(after)) {
    const last = before[name];
    if (last !== undefined && same(last, next)) continue;
    const gone = Object.keys(last?.policies ?? {}).filter(
      (policy) => !Object.hasOwn(next.policies ?? {}, policy),
    );
    changes[name] = {
      policies: { ...Object.fromEntries(gone.map((policy) => [policy, null])), ...next.policies },
      permissionsBoundary: next.permissionsBoundary ?? null,
      tags: next.tags ?? {},
    };
  }
  return Object.keys(changes).length > 0 ? changes : null;
}
