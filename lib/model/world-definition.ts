/* A world's definition as a draft or a link carries it. */
import { z } from 'zod';
import { type KeySpec, keySpecs } from '@/simulator/catalog/key-specs.ts';
import type { KeyUsage } from '@/simulator/catalog/types.ts';
import type { WorldDefinition } from '@/simulator/index.ts';

const maxPolicyLength = 200_000;
const text = z.string().max(maxPolicyLength);
const name = z.string().max(256);
const accountId = z.string().regex(/^\d{12}$/);
const region = z.string().max(32);
const policies = few(z.record(name, text), 50);
const tags = few(z.record(z.string().max(256), z.string().max(1024)), 50);

function few<T extends z.ZodType<Readonly<Record<string, unknown>>>>(schema: T, max: number) {
  return schema.refine((value) => Object.keys(value).length <= max, `at most ${max}`);
}

const identitySchema = z.strictObject({
  policies: z.exactOptional(policies),
  permissionsBoundary: z.exactOptional(text),
  tags: z.exactOptional(tags),
});

export const keyUsages = [
  'ENCRYPT_DECRYPT',
  'SIGN_VERIFY',
  'GENERATE_VERIFY_MAC',
  'KEY_AGREEMENT',
  'ENCAPSULATE_DECAPSULATE',
] as const satisfies readonly KeyUsage[];

const keySchema = z.strictObject({
  id: z.exactOptional(z.string().max(64)),
  region: z.exactOptional(region),
  aliases: z.exactOptional(z.array(name).max(50)),
  keySpec: z.exactOptional(z.enum(Object.keys(keySpecs) as [KeySpec, ...KeySpec[]])),
  keyUsage: z.exactOptional(z.enum(keyUsages)),
  origin: z.exactOptional(z.enum(['AWS_KMS', 'EXTERNAL'])),
  multiRegion: z.exactOptional(z.boolean()),
  policy: z.exactOptional(text),
  description: z.exactOptional(z.string().max(8192)),
  tags: z.exactOptional(tags),
  enabled: z.exactOptional(z.boolean()),
  rotationPeriodInDays: z.exactOptional(z.int().min(90).max(2560)),
});

/** Policies from an organization's root down to an account. */
export const levelsSchema = z.array(z.strictObject({ name: z.string().max(120), policies })).max(10);

const accountSchema = z.strictObject({
  id: accountId,
  name: z.exactOptional(z.string().max(120)),
  users: z.exactOptional(few(z.record(z.string().max(512), identitySchema), 200)),
  roles: z.exactOptional(few(z.record(z.string().max(512), identitySchema), 200)),
  keys: z.exactOptional(z.array(keySchema).max(200)),
  scps: z.exactOptional(levelsSchema),
  rcps: z.exactOptional(levelsSchema),
});

/** What `createWorld` takes, with policies as text. */
export const accountDefinitionSchema = z.strictObject({
  seed: z.exactOptional(z.string().max(120)),
  now: z.exactOptional(z.iso.datetime()),
  region: z.exactOptional(region),
  grantDelaySeconds: z.exactOptional(z.int().min(0).max(300)),
  requestQuotas: z.exactOptional(z.boolean()),
  organization: z.exactOptional(
    z.strictObject({ id: z.string().max(64), managementAccount: z.exactOptional(accountId) }),
  ),
  accounts: z.array(accountSchema).min(1).max(20),
}) satisfies z.ZodType<WorldDefinition>;

export type AccountDefinition = z.infer<typeof accountDefinitionSchema>;
