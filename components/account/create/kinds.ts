/* What the console asks for when a key is created, and what CreateKey takes for it. */
import type { StepInput } from '@/lib/model/account.ts';
import { apiDefaultKeyPolicy, consoleKeyPolicy } from '@/simulator/catalog/default-key-policies.ts';
import { type KeySpec, keySpecs } from '@/simulator/catalog/key-specs.ts';
import type { KeySpecRow, KeyUsage } from '@/simulator/catalog/types.ts';

export interface NewKey {
  readonly type: 'asymmetric' | 'symmetric';
  readonly usage: KeyUsage;
  readonly spec: KeySpec;
  readonly origin: 'AWS_KMS' | 'EXTERNAL';
  readonly multiRegion: boolean;
  readonly alias: string;
  readonly description: string;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly administrators: readonly string[];
  readonly mayDelete: boolean;
  readonly users: readonly string[];
  /** Account ids. */
  readonly otherAccounts: readonly string[];
}

export const newKey: NewKey = {
  type: 'symmetric',
  usage: 'ENCRYPT_DECRYPT',
  spec: 'SYMMETRIC_DEFAULT',
  origin: 'AWS_KMS',
  multiRegion: false,
  alias: '',
  description: '',
  tags: [],
  administrators: [],
  mayDelete: true,
  users: [],
  otherAccounts: [],
};

const rows: Readonly<Record<KeySpec, KeySpecRow>> = keySpecs;

const isSymmetric = (spec: KeySpec): boolean =>
  rows[spec].family === 'symmetric' || rows[spec].family === 'hmac';

/** The usages of a type, and the specs of a type and a usage, that a Region outside China offers. */
export function usagesOf(type: NewKey['type']): readonly KeyUsage[] {
  return [...new Set(specsOfType(type).flatMap((spec) => rows[spec].usages))];
}

export function specsOf(type: NewKey['type'], usage: KeyUsage): readonly KeySpec[] {
  return specsOfType(type).filter((spec) => (rows[spec].usages as readonly KeyUsage[]).includes(usage));
}

function specsOfType(type: NewKey['type']): readonly KeySpec[] {
  const specs = Object.keys(rows) as KeySpec[];
  return specs.filter(
    (spec) => rows[spec].regions !== 'chinaOnly' && isSymmetric(spec) === (type === 'symmetric'),
  );
}

export function originsOf(spec: KeySpec): readonly NewKey['origin'][] {
  const { origins } = rows[spec];
  return (['AWS_KMS', 'EXTERNAL'] as const).filter((origin) =>
    (origins as readonly string[]).includes(origin),
  );
}

/** With another type or usage, what no longer goes with it becomes the first that does. */
export function settled(key: NewKey): NewKey {
  const usages = usagesOf(key.type);
  const usage = usages.includes(key.usage) ? key.usage : (usages[0] ?? key.usage);
  const specs = specsOf(key.type, usage);
  const spec = specs.includes(key.spec) ? key.spec : (specs[0] ?? key.spec);
  const origin = originsOf(spec).includes(key.origin) ? key.origin : 'AWS_KMS';
  return { ...key, usage, spec, origin };
}

const kinds = {
  ENCRYPT_DECRYPT: 'symmetricEncryption',
  GENERATE_VERIFY_MAC: 'hmac',
  SIGN_VERIFY: 'signing',
  KEY_AGREEMENT: 'keyAgreement',
} as const;

/** The key policy that the console writes for this key. What it lets users of ML-KEM keys do was not read. */
export function policyOf(key: NewKey, account: string): string {
  const { administrators, users, otherAccounts, mayDelete, usage, spec } = key;
  const everybody = [...users, ...otherAccounts.map((id) => `arn:aws:iam::${id}:root`)];
  if (usage === 'ENCAPSULATE_DECAPSULATE') return JSON.stringify(apiDefaultKeyPolicy(account), null, 2);
  const kind = spec.startsWith('RSA') && usage === 'ENCRYPT_DECRYPT' ? 'asymmetricEncryption' : kinds[usage];
  const policy = consoleKeyPolicy({
    account,
    administrators,
    users: everybody,
    kind,
    administratorsMayDelete: mayDelete,
  });
  return JSON.stringify(policy, null, 2);
}

/** What CreateKey is sent. */
export function inputOf(key: NewKey, account: string): StepInput {
  const { spec, usage, origin, multiRegion, description, tags } = key;
  return {
    KeySpec: spec,
    KeyUsage: usage,
    Origin: origin,
    MultiRegion: multiRegion,
    Description: description,
    Policy: policyOf(key, account),
    ...(tags.length > 0 && { Tags: tags.map((tag) => ({ TagKey: tag.key, TagValue: tag.value })) }),
  };
}
