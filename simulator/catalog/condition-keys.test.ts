import { describe, expect, test } from 'vitest';
import { conditionKeyDescriptions } from './condition-key-descriptions.ts';
import {
  conditionKeyNames,
  conditionKeys,
  conditionKeysOfOperation,
  operationsOfConditionKey,
} from './condition-keys.ts';
import { conditionOperators, setOperators } from './condition-operators.ts';
import { globalConditionKeys } from './global-condition-keys.ts';
import { hasRequestMember } from './operation-members.ts';
import { operationNames } from './operations.ts';
import type { KmsConditionKey, OperationName } from './types.ts';

describe('kms: condition keys', () => {
  test('are 41, each with a description and operations that exist', () => {
    expect(conditionKeyNames).toHaveLength(41);
    expect(Object.keys(conditionKeyDescriptions).sort()).toEqual([...conditionKeyNames].sort());
    for (const name of conditionKeyNames) {
      const found = operationsOfConditionKey(name);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found).size).toBe(found.length);
      for (const operation of found) expect(operationNames).toContain(operation);
    }
  });

  test('with several values are the three sets', () => {
    expect(conditionKeyNames.filter((name) => conditionKeys[name].multivalued)).toEqual([
      'kms:EncryptionContextKeys',
      'kms:GrantOperations',
      'kms:ResourceAliases',
    ]);
    for (const name of conditionKeyNames) {
      expect(conditionKeys[name].multivalued).toBe(conditionKeys[name].type === 'ArrayOfString');
    }
  });

  test('kms:ResourceAliases alone is for IAM policies alone', () => {
    expect(conditionKeyNames.filter((name) => conditionKeys[name].policies === 'iam')).toEqual([
      'kms:ResourceAliases',
    ]);
  });

  test.each<[OperationName, string[]]>([
    ['ListKeys', []],
    ['ListAliases', []],
    ['ListRetirableGrants', []],
    ['ConnectCustomKeyStore', ['kms:CallerAccount']],
    [
      'GenerateRandom',
      [
        'kms:RecipientAttestation:ImageSha384',
        'kms:RecipientAttestation:PCR',
        'kms:RecipientAttestation:NitroTPMPCR',
      ],
    ],
    [
      'CreateKey',
      [
        'kms:BypassPolicyLockoutSafetyCheck',
        'kms:CallerAccount',
        'kms:CustomerMasterKeySpec',
        'kms:CustomerMasterKeyUsage',
        'kms:KeyOrigin',
        'kms:KeySpec',
        'kms:KeyUsage',
        'kms:MultiRegion',
        'kms:MultiRegionKeyType',
        'kms:ViaService',
      ],
    ],
  ])('of %s', (operation, expected) => {
    expect(conditionKeysOfOperation(operation)).toEqual(expected);
  });

  test('of an operation on a key, besides those that every such operation has', () => {
    const everywhere = conditionKeysOfOperation('EnableKey');
    expect(everywhere).toContain('kms:ResourceAliases');
    const own = (operation: OperationName) =>
      conditionKeysOfOperation(operation).filter((name) => !everywhere.includes(name));
    expect(own('Sign')).toEqual(['kms:MessageType', 'kms:RequestAlias', 'kms:SigningAlgorithm']);
    expect(own('ScheduleKeyDeletion')).toEqual([
      'kms:ScheduleKeyDeletionPendingWindowInDays',
      'kms:TrailingDaysWithoutKeyUsage',
    ]);
    expect(own('ReEncrypt')).toEqual([
      'kms:EncryptionAlgorithm',
      'kms:EncryptionContext:',
      'kms:EncryptionContextKeys',
      'kms:ReEncryptOnSameKey',
      'kms:RequestAlias',
    ]);
    expect(own('CreateGrant')).toEqual([
      'kms:EncryptionContext:',
      'kms:EncryptionContextKeys',
      'kms:GrantConstraintSourceArn',
      'kms:GrantConstraintType',
      'kms:GranteePrincipal',
      'kms:GranteeServicePrincipal',
      'kms:GrantIsForAWSResource',
      'kms:GrantOperations',
      'kms:RetiringPrincipal',
      'kms:RetiringServicePrincipal',
    ]);
  });

  test('of attestation go with the Recipient member', () => {
    expect([...operationsOfConditionKey('kms:RecipientAttestation:PCR')].sort()).toEqual(
      operationNames.filter((name) => hasRequestMember(name, 'Recipient')),
    );
  });

  test('that are old names point at a key of today', () => {
    const old = Object.values<KmsConditionKey>(conditionKeys).flatMap((row) => row.deprecatedFor ?? []);
    expect(old).toEqual(['kms:KeySpec', 'kms:KeyUsage']);
    for (const name of old) expect(conditionKeyNames).toContain(name);
  });
});

test('global condition keys: the sets need a set operator', () => {
  const several = Object.entries(globalConditionKeys).filter(([, row]) => row.multivalued);
  expect(several.map(([name]) => name)).toEqual(['aws:CalledVia', 'aws:PrincipalOrgPaths', 'aws:TagKeys']);
});

describe('condition operators', () => {
  const rows = Object.entries(conditionOperators);

  test('are 27, negated exactly when their name says Not', () => {
    expect(rows).toHaveLength(27);
    for (const [name, row] of rows) expect([name, row.negated]).toEqual([name, name.includes('Not')]);
  });

  test('take IfExists, all but Null', () => {
    expect(rows.filter(([, row]) => !row.ifExists).map(([name]) => name)).toEqual(['Null']);
    expect(setOperators).toEqual(['ForAllValues', 'ForAnyValue']);
  });

  test('know wildcards in StringLike, StringNotLike and the four for ARNs', () => {
    expect(rows.filter(([, row]) => row.wildcards).map(([name]) => name)).toEqual([
      'StringLike',
      'StringNotLike',
      'ArnEquals',
      'ArnLike',
      'ArnNotEquals',
      'ArnNotLike',
    ]);
  });
});
