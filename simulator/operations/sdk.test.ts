// Operations, inputs, answers and exceptions held against the newest SDK, which is read for its types alone.
import { readdirSync, readFileSync } from 'node:fs';
import type {
  CancelKeyDeletionCommandInput,
  CancelKeyDeletionCommandOutput,
  ConnectCustomKeyStoreCommandInput,
  ConnectCustomKeyStoreCommandOutput,
  CreateAliasCommandInput,
  CreateAliasCommandOutput,
  CreateCustomKeyStoreCommandInput,
  CreateCustomKeyStoreCommandOutput,
  CreateGrantCommandInput,
  CreateGrantCommandOutput,
  CreateKeyCommandInput,
  CreateKeyCommandOutput,
  DecapsulateCommandInput,
  DecapsulateCommandOutput,
  DecryptCommandInput,
  DecryptCommandOutput,
  DeleteAliasCommandInput,
  DeleteAliasCommandOutput,
  DeleteCustomKeyStoreCommandInput,
  DeleteCustomKeyStoreCommandOutput,
  DeleteImportedKeyMaterialCommandInput,
  DeleteImportedKeyMaterialCommandOutput,
  DeriveSharedSecretCommandInput,
  DeriveSharedSecretCommandOutput,
  DescribeCustomKeyStoresCommandInput,
  DescribeCustomKeyStoresCommandOutput,
  DescribeKeyCommandInput,
  DescribeKeyCommandOutput,
  DisableKeyCommandInput,
  DisableKeyCommandOutput,
  DisableKeyRotationCommandInput,
  DisableKeyRotationCommandOutput,
  DisconnectCustomKeyStoreCommandInput,
  DisconnectCustomKeyStoreCommandOutput,
  EnableKeyCommandInput,
  EnableKeyCommandOutput,
  EnableKeyRotationCommandInput,
  EnableKeyRotationCommandOutput,
  EncapsulateCommandInput,
  EncapsulateCommandOutput,
  EncryptCommandInput,
  EncryptCommandOutput,
  GenerateDataKeyCommandInput,
  GenerateDataKeyCommandOutput,
  GenerateDataKeyPairCommandInput,
  GenerateDataKeyPairCommandOutput,
  GenerateDataKeyPairWithoutPlaintextCommandInput,
  GenerateDataKeyPairWithoutPlaintextCommandOutput,
  GenerateDataKeyWithoutPlaintextCommandInput,
  GenerateDataKeyWithoutPlaintextCommandOutput,
  GenerateMacCommandInput,
  GenerateMacCommandOutput,
  GenerateRandomCommandInput,
  GenerateRandomCommandOutput,
  GetKeyLastUsageCommandInput,
  GetKeyLastUsageCommandOutput,
  GetKeyPolicyCommandInput,
  GetKeyPolicyCommandOutput,
  GetKeyRotationStatusCommandInput,
  GetKeyRotationStatusCommandOutput,
  GetParametersForImportCommandInput,
  GetParametersForImportCommandOutput,
  GetPublicKeyCommandInput,
  GetPublicKeyCommandOutput,
  ImportKeyMaterialCommandInput,
  ImportKeyMaterialCommandOutput,
  ListAliasesCommandInput,
  ListAliasesCommandOutput,
  ListGrantsCommandInput,
  ListGrantsCommandOutput,
  ListKeyPoliciesCommandInput,
  ListKeyPoliciesCommandOutput,
  ListKeyRotationsCommandInput,
  ListKeyRotationsCommandOutput,
  ListKeysCommandInput,
  ListKeysCommandOutput,
  ListResourceTagsCommandInput,
  ListResourceTagsCommandOutput,
  ListRetirableGrantsCommandInput,
  ListRetirableGrantsCommandOutput,
  PutKeyPolicyCommandInput,
  PutKeyPolicyCommandOutput,
  ReEncryptCommandInput,
  ReEncryptCommandOutput,
  ReplicateKeyCommandInput,
  ReplicateKeyCommandOutput,
  RetireGrantCommandInput,
  RetireGrantCommandOutput,
  RevokeGrantCommandInput,
  RevokeGrantCommandOutput,
  RotateKeyOnDemandCommandInput,
  RotateKeyOnDemandCommandOutput,
  ScheduleKeyDeletionCommandInput,
  ScheduleKeyDeletionCommandOutput,
  SignCommandInput,
  SignCommandOutput,
  TagResourceCommandInput,
  TagResourceCommandOutput,
  UntagResourceCommandInput,
  UntagResourceCommandOutput,
  UpdateAliasCommandInput,
  UpdateAliasCommandOutput,
  UpdateCustomKeyStoreCommandInput,
  UpdateCustomKeyStoreCommandOutput,
  UpdateKeyDescriptionCommandInput,
  UpdateKeyDescriptionCommandOutput,
  UpdatePrimaryRegionCommandInput,
  UpdatePrimaryRegionCommandOutput,
  VerifyCommandInput,
  VerifyCommandOutput,
  VerifyMacCommandInput,
  VerifyMacCommandOutput,
} from '@aws-sdk/client-kms';
import { expect, test } from 'vitest';
import { modeledExceptions } from '../catalog/exceptions.ts';
import { operationNames } from '../catalog/operations.ts';
import type { OperationName } from '../catalog/types.ts';
import type { Input } from './framework/inputs.ts';
import type { Output } from './framework/outputs.ts';
import { definitionOf } from './registry.ts';

interface Sdk {
  CancelKeyDeletion: [CancelKeyDeletionCommandInput, CancelKeyDeletionCommandOutput];
  ConnectCustomKeyStore: [ConnectCustomKeyStoreCommandInput, ConnectCustomKeyStoreCommandOutput];
  CreateAlias: [CreateAliasCommandInput, CreateAliasCommandOutput];
  CreateCustomKeyStore: [CreateCustomKeyStoreCommandInput, CreateCustomKeyStoreCommandOutput];
  CreateGrant: [CreateGrantCommandInput, CreateGrantCommandOutput];
  CreateKey: [CreateKeyCommandInput, CreateKeyCommandOutput];
  Decapsulate: [DecapsulateCommandInput, DecapsulateCommandOutput];
  Decrypt: [DecryptCommandInput, DecryptCommandOutput];
  DeleteAlias: [DeleteAliasCommandInput, DeleteAliasCommandOutput];
  DeleteCustomKeyStore: [DeleteCustomKeyStoreCommandInput, DeleteCustomKeyStoreCommandOutput];
  DeleteImportedKeyMaterial: [DeleteImportedKeyMaterialCommandInput, DeleteImportedKeyMaterialCommandOutput];
  DeriveSharedSecret: [DeriveSharedSecretCommandInput, DeriveSharedSecretCommandOutput];
  DescribeCustomKeyStores: [DescribeCustomKeyStoresCommandInput, DescribeCustomKeyStoresCommandOutput];
  DescribeKey: [DescribeKeyCommandInput, DescribeKeyCommandOutput];
  DisableKey: [DisableKeyCommandInput, DisableKeyCommandOutput];
  DisableKeyRotation: [DisableKeyRotationCommandInput, DisableKeyRotationCommandOutput];
  DisconnectCustomKeyStore: [DisconnectCustomKeyStoreCommandInput, DisconnectCustomKeyStoreCommandOutput];
  EnableKey: [EnableKeyCommandInput, EnableKeyCommandOutput];
  EnableKeyRotation: [EnableKeyRotationCommandInput, EnableKeyRotationCommandOutput];
  Encapsulate: [EncapsulateCommandInput, EncapsulateCommandOutput];
  Encrypt: [EncryptCommandInput, EncryptCommandOutput];
  GenerateDataKey: [GenerateDataKeyCommandInput, GenerateDataKeyCommandOutput];
  GenerateDataKeyPair: [GenerateDataKeyPairCommandInput, GenerateDataKeyPairCommandOutput];
  GenerateDataKeyPairWithoutPlaintext: [
    GenerateDataKeyPairWithoutPlaintextCommandInput,
    GenerateDataKeyPairWithoutPlaintextCommandOutput,
  ];
  GenerateDataKeyWithoutPlaintext: [
    GenerateDataKeyWithoutPlaintextCommandInput,
    GenerateDataKeyWithoutPlaintextCommandOutput,
  ];
  GenerateMac: [GenerateMacCommandInput, GenerateMacCommandOutput];
  GenerateRandom: [GenerateRandomCommandInput, GenerateRandomCommandOutput];
  GetKeyLastUsage: [GetKeyLastUsageCommandInput, GetKeyLastUsageCommandOutput];
  GetKeyPolicy: [GetKeyPolicyCommandInput, GetKeyPolicyCommandOutput];
  GetKeyRotationStatus: [GetKeyRotationStatusCommandInput, GetKeyRotationStatusCommandOutput];
  GetParametersForImport: [GetParametersForImportCommandInput, GetParametersForImportCommandOutput];
  GetPublicKey: [GetPublicKeyCommandInput, GetPublicKeyCommandOutput];
  ImportKeyMaterial: [ImportKeyMaterialCommandInput, ImportKeyMaterialCommandOutput];
  ListAliases: [ListAliasesCommandInput, ListAliasesCommandOutput];
  ListGrants: [ListGrantsCommandInput, ListGrantsCommandOutput];
  ListKeyPolicies: [ListKeyPoliciesCommandInput, ListKeyPoliciesCommandOutput];
  ListKeyRotations: [ListKeyRotationsCommandInput, ListKeyRotationsCommandOutput];
  ListKeys: [ListKeysCommandInput, ListKeysCommandOutput];
  ListResourceTags: [ListResourceTagsCommandInput, ListResourceTagsCommandOutput];
  ListRetirableGrants: [ListRetirableGrantsCommandInput, ListRetirableGrantsCommandOutput];
  PutKeyPolicy: [PutKeyPolicyCommandInput, PutKeyPolicyCommandOutput];
  ReEncrypt: [ReEncryptCommandInput, ReEncryptCommandOutput];
  ReplicateKey: [ReplicateKeyCommandInput, ReplicateKeyCommandOutput];
  RetireGrant: [RetireGrantCommandInput, RetireGrantCommandOutput];
  RevokeGrant: [RevokeGrantCommandInput, RevokeGrantCommandOutput];
  RotateKeyOnDemand: [RotateKeyOnDemandCommandInput, RotateKeyOnDemandCommandOutput];
  ScheduleKeyDeletion: [ScheduleKeyDeletionCommandInput, ScheduleKeyDeletionCommandOutput];
  Sign: [SignCommandInput, SignCommandOutput];
  TagResource: [TagResourceCommandInput, TagResourceCommandOutput];
  UntagResource: [UntagResourceCommandInput, UntagResourceCommandOutput];
  UpdateAlias: [UpdateAliasCommandInput, UpdateAliasCommandOutput];
  UpdateCustomKeyStore: [UpdateCustomKeyStoreCommandInput, UpdateCustomKeyStoreCommandOutput];
  UpdateKeyDescription: [UpdateKeyDescriptionCommandInput, UpdateKeyDescriptionCommandOutput];
  UpdatePrimaryRegion: [UpdatePrimaryRegionCommandInput, UpdatePrimaryRegionCommandOutput];
  Verify: [VerifyCommandInput, VerifyCommandOutput];
  VerifyMac: [VerifyMacCommandInput, VerifyMacCommandOutput];
}

/** Without `undefined` among the values, and with lists that may be read only, as the SDK's are not. */
type Plain<T> = T extends Uint8Array | Date
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { [Name in keyof T]: Plain<Exclude<T[Name], undefined>> }
      : T;

type Loose<T> = { [Name in keyof T]?: Plain<Exclude<T[Name], undefined>> | undefined };

type Given<Op extends OperationName> = Loose<Input<Op>>;
type Wanted<Op extends OperationName> = Loose<Sdk[Op][0]>;

type RequiredNames<T> = {
  [Name in keyof T]-?: Record<never, never> extends Pick<T, Name> ? never : Name;
}[keyof T];

/** Names of the operations for which a check does not hold: none, or this file does not compile. */
type Failing = {
  [Op in OperationName]: Given<Op> extends Wanted<Op>
    ? Wanted<Op> extends Given<Op>
      ? [keyof Input<Op>, RequiredNames<Input<Op>>] extends [keyof Sdk[Op][0], RequiredNames<Sdk[Op][0]>]
        ? [keyof Sdk[Op][0], RequiredNames<Sdk[Op][0]>] extends [keyof Input<Op>, RequiredNames<Input<Op>>]
          ? Loose<Output<Op>> extends Loose<Omit<Sdk[Op][1], '$metadata'>>
            ? never
            : `${Op}: answer`
          : `${Op}: member missing`
        : `${Op}: member unknown`
      : `${Op}: input too narrow`
    : `${Op}: input too wide`;
}[OperationName];

const failing: readonly Failing[] = [] satisfies readonly never[];

const types = new URL('../../node_modules/@aws-sdk/client-kms/dist-types/', import.meta.url);

test('inputs and answers are those of the SDK', () => {
  // What can fail here fails when the types are checked.
  const none: readonly never[] = failing;
  expect(none).toEqual([]);
});

test('every operation of the SDK is carried out, and no other', () => {
  const commands = readdirSync(new URL('commands/', types))
    .filter((file) => file.endsWith('Command.d.ts'))
    .map((file) => file.replace('Command.d.ts', ''));
  expect(commands.length).toBeGreaterThan(50);
  expect([...operationNames].sort()).toEqual(commands.sort());
  for (const name of operationNames) expect(definitionOf(name), name).toBeDefined();
});

test('every exception is one that the SDK knows', () => {
  const declared = readFileSync(new URL('models/errors.d.ts', types), 'utf8');
  const known = Array.from(declared.matchAll(/export declare class (\w+) /g), ([, name]) => name);
  expect(Object.keys(modeledExceptions).sort()).toEqual(known.sort());
});
