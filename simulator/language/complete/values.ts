/* Values of conditions: what the key can hold, and what the world and the request have for it. */
import { algorithms, dataKeyPairSpecs } from '../../catalog/algorithms.ts';
import { grantableOperations, grantOperations } from '../../catalog/grants.ts';
import { type KeySpec, keySpecs } from '../../catalog/key-specs.ts';
import { keyUsages } from '../../catalog/key-usages.ts';
import { memberShapes } from '../../catalog/member-shapes.ts';
import { partitions, regionsByPartition } from '../../catalog/regions.ts';
import type { Algorithm, KeyUsage } from '../../catalog/types.ts';
import { viaServices } from '../../catalog/via-services.ts';
import { parseOperator } from '../../policy/operators.ts';
import { languageKey } from '../condition-keys.ts';
import type { Completion } from '../types.ts';
import { callersOf, exampleRegion, homeOf, keyOf, knownAccounts, specRowOf, usageOf } from '../world.ts';
import { type Scene, stringItem } from './item.ts';
import { principalArnItems, servicePrincipalItems } from './principals.ts';

type Read = (scene: Scene) => readonly string[];

const accounts: Read = ({ context }) => knownAccounts(context);
const booleans: Read = () => ['true', 'false'];
const aliases: Read = ({ context }) => keyOf(context)?.aliases ?? [];

const regions: Read = ({ context }) => {
  const { partition } = homeOf(context);
  const known: Readonly<Record<string, readonly string[]>> = regionsByPartition;
  return known[partitions.has(partition) ? partition : 'aws'] ?? [];
};

const organizations: Read = ({ context: { environment } }) =>
  environment?.organization?.id ? [environment.organization.id] : [];

const isSpec = (spec: string | undefined): spec is KeySpec =>
  spec !== undefined && Object.hasOwn(keySpecs, spec);

/** Algorithms of a usage; only the key's own where its spec is known. */
const algorithmsOfUsage =
  (usage: KeyUsage): Read =>
  ({ context }) => {
    const spec = keyOf(context)?.keySpec;
    return Object.entries<Algorithm>(algorithms)
      .filter(([, row]) => row.usage === usage && (!isSpec(spec) || row.keySpecs.includes(spec)))
      .map(([name]) => name);
  };

const operationsOfGrants: Read = ({ context }) => {
  const key = keyOf(context);
  const usage = usageOf(key) as KeyUsage | null;
  return isSpec(key?.keySpec) && usage !== null
    ? grantableOperations(key.keySpec, usage)
    : Object.keys(grantOperations);
};

const services: Read = (scene) => {
  const region = homeOf(scene.context).region ?? exampleRegion;
  return viaServices.map((service) => `${service}.${region}.amazonaws.com`);
};

const enumerated = (member: 'WrappingAlgorithm' | 'WrappingKeySpec'): Read => {
  const shape = memberShapes[member];
  return () => (shape.type === 'enum' ? shape.values : []);
};

const byKey: Readonly<Record<string, Read>> = {
  'kms:CallerAccount': accounts,
  'aws:PrincipalAccount': accounts,
  'aws:ResourceAccount': accounts,
  'aws:SourceAccount': accounts,
  'aws:PrincipalOrgID': organizations,
  'aws:ResourceOrgID': organizations,
  'aws:SourceOrgID': organizations,
  'kms:ViaService': services,
  'kms:KeySpec': () => Object.keys(keySpecs),
  'kms:CustomerMasterKeySpec': () => Object.keys(keySpecs),
  'kms:KeyUsage': ({ context }) => specRowOf(keyOf(context))?.usages ?? Object.keys(keyUsages),
  'kms:CustomerMasterKeyUsage': () => Object.keys(keyUsages),
  'kms:DataKeyPairSpec': () => dataKeyPairSpecs,
  'kms:EncryptionAlgorithm': algorithmsOfUsage('ENCRYPT_DECRYPT'),
  'kms:SigningAlgorithm': algorithmsOfUsage('SIGN_VERIFY'),
  'kms:MacAlgorithm': algorithmsOfUsage('GENERATE_VERIFY_MAC'),
  'kms:KeyAgreementAlgorithm': algorithmsOfUsage('KEY_AGREEMENT'),
  'kms:WrappingAlgorithm': enumerated('WrappingAlgorithm'),
  'kms:WrappingKeySpec': enumerated('WrappingKeySpec'),
  'kms:GrantOperations': operationsOfGrants,
  'kms:EncryptionContextKeys': ({ context }) => Object.keys(context.request?.encryptionContext ?? {}),
  'kms:RequestAlias': aliases,
  'kms:ResourceAliases': aliases,
  'kms:PrimaryRegion': regions,
  'kms:ReplicaRegion': regions,
  'aws:RequestedRegion': regions,
  'kms:RotationPeriodInDays': () => ['90', '365', '2560'],
  'kms:ScheduleKeyDeletionPendingWindowInDays': () => ['7', '30'],
};

const principalKeys: ReadonlySet<string> = new Set([
  'aws:PrincipalArn',
  'kms:GranteePrincipal',
  'kms:RetiringPrincipal',
]);

const serviceKeys: ReadonlySet<string> = new Set([
  'aws:PrincipalServiceName',
  'kms:GranteeServicePrincipal',
  'kms:RetiringServicePrincipal',
]);

/** What the key, the callers and the request hold under this very name. */
function ownValues(written: string, { context }: Scene): readonly string[] {
  const lower = written.toLowerCase();
  const named = (values: Readonly<Record<string, unknown>> | undefined, prefix: string) =>
    Object.entries(values ?? {})
      .filter(([name]) => `${prefix}${name}`.toLowerCase() === lower)
      .flatMap(([, value]) => (Array.isArray(value) ? value.map(String) : [String(value)]));
  const { request } = context;
  return [
    ...named(request?.context, ''),
    ...named(request?.encryptionContext, 'kms:EncryptionContext:'),
    ...named(keyOf(context)?.tags, 'aws:ResourceTag/'),
    ...callersOf(context).flatMap(({ tags }) => named(tags, 'aws:PrincipalTag/')),
  ];
}

export function conditionValueItems(scene: Scene, operator: string, written: string): readonly Completion[] {
  const parsed = parseOperator(operator);
  const value = (label: string, rank: number, detail = '') =>
    stringItem(scene, { label, kind: 'value', detail, rank });
  if (parsed?.row.type === 'Null') return booleans(scene).map((label, rank) => value(label, rank));
  const key = languageKey(written);
  const own = [...new Set(ownValues(written, scene))];
  const items = own.map((label) => value(label, 0, 'known'));
  if (key === null) return items;
  if (principalKeys.has(key.name)) return [...items, ...principalArnItems(scene)];
  if (serviceKeys.has(key.name)) return [...items, ...servicePrincipalItems(scene)];
  const read = Object.hasOwn(byKey, key.name) ? byKey[key.name] : undefined;
  const listed = key.type === 'Bool' ? booleans(scene) : (read?.(scene) ?? key.values);
  const others = listed.filter((label) => !own.includes(label));
  return [...items, ...others.map((label, index) => value(label, 1 + index))];
}
