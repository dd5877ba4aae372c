import { describe, expect, test } from 'vitest';
import { commonExceptions, modeledExceptions } from './exceptions.ts';
import { operationExceptions } from './operation-exceptions.ts';
import { hasRequestMember, operationMembers } from './operation-members.ts';
import { hasKeyResource, operationNames, operations } from './operations.ts';
import { apiReferenceUrl } from './sources.ts';
import type { Operation, OperationMembers, OperationName } from './types.ts';

const rows: readonly (readonly [OperationName, Operation])[] = operationNames.map((name) => [
  name,
  operations[name],
]);

function namesWhere(test: (row: Operation) => boolean): OperationName[] {
  return rows.filter(([, row]) => test(row)).map(([name]) => name);
}

describe('the 56 operations', () => {
  test('are 56, sorted, with members and exceptions each', () => {
    expect(operationNames).toHaveLength(56);
    expect(operationNames).toEqual([...operationNames].sort());
    expect(Object.keys(operationMembers)).toEqual(operationNames);
    expect(Object.keys(operationExceptions)).toEqual(operationNames);
  });

  test('allow cross-account use where the permissions page says so', () => {
    expect(namesWhere((row) => row.crossAccount === 'yes')).toEqual([
      'CreateGrant',
      'Decapsulate',
      'Decrypt',
      'DeriveSharedSecret',
      'DescribeKey',
      'Encapsulate',
      'Encrypt',
      'GenerateDataKey',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
      'GenerateDataKeyWithoutPlaintext',
      'GenerateMac',
      'GetKeyRotationStatus',
      'GetPublicKey',
      'ListGrants',
      'ReEncrypt',
      'RetireGrant',
      'RevokeGrant',
      'Sign',
      'Verify',
      'VerifyMac',
    ]);
    expect(namesWhere((row) => row.crossAccount === 'ownPrincipal')).toEqual(['ListRetirableGrants']);
    expect(namesWhere((row) => row.crossAccount === 'notApplicable')).toEqual(['GenerateRandom']);
  });

  test('are granted by IAM policies alone where there is no key', () => {
    const iamOnly: OperationName[] = [
      'ConnectCustomKeyStore',
      'CreateCustomKeyStore',
      'CreateKey',
      'DeleteCustomKeyStore',
      'DescribeCustomKeyStores',
      'DisconnectCustomKeyStore',
      'GenerateRandom',
      'ListAliases',
      'ListKeys',
      'ListRetirableGrants',
      'UpdateCustomKeyStore',
    ];
    expect(namesWhere((row) => row.policyType === 'iamOnly')).toEqual(iamOnly);
    expect(operationNames.filter((name) => !hasKeyResource(name))).toEqual(iamOnly);
  });

  test('take an alias for the key in cryptographic operations, DescribeKey and GetPublicKey only', () => {
    expect(namesWhere((row) => row.keyIdentifiers === 'any').sort()).toEqual(
      [
        ...namesWhere((row) => row.group === 'cryptographic').filter((name) => name !== 'GenerateRandom'),
        'DescribeKey',
        'GetPublicKey',
      ].sort(),
    );
  });

  test('name a key identifier kind exactly when their request names a key', () => {
    for (const [name, row] of rows) {
      const namesKey = ['KeyId', 'TargetKeyId', 'DestinationKeyId'].some((member) =>
        hasRequestMember(name, member),
      );
      expect([name, row.keyIdentifiers !== 'none']).toEqual([name, namesKey]);
    }
  });

  test('leave the access level open only where AWS has not published it', () => {
    expect(namesWhere((row) => row.accessLevel === null)).toEqual(['Decapsulate', 'Encapsulate']);
    expect(namesWhere((row) => row.unverified === true)).toEqual(['Decapsulate', 'Encapsulate']);
    expect(namesWhere((row) => row.accessLevel === 'Tagging')).toEqual(['TagResource', 'UntagResource']);
    expect(namesWhere((row) => row.accessLevel === 'Permissions management')).toEqual([
      'CreateGrant',
      'PutKeyPolicy',
      'RetireGrant',
      'RevokeGrant',
    ]);
    expect(namesWhere((row) => row.accessLevel === 'List')).toHaveLength(7);
  });

  test('ask several permissions in ReEncrypt, ReplicateKey, UpdateAlias, UpdatePrimaryRegion', () => {
    expect(operations.ReEncrypt.permissions).toEqual([
      { action: 'kms:ReEncryptFrom', on: 'sourceKey' },
      { action: 'kms:ReEncryptTo', on: 'destinationKey' },
    ]);
    expect(operations.ReplicateKey.permissions).toEqual([
      { action: 'kms:ReplicateKey', on: 'key' },
      { action: 'kms:CreateKey', on: 'replicaRegion' },
      { action: 'kms:TagResource', on: 'replicaRegion', when: 'tags' },
    ]);
    expect(operations.UpdateAlias.permissions.map(({ on }) => on)).toEqual(['alias', 'key', 'newKey']);
    expect(operations.UpdatePrimaryRegion.permissions.map(({ on }) => on)).toEqual(['key', 'replicaKey']);
  });

  test('ask for the permission of their own name unless they are ReEncrypt or RetireGrant', () => {
    for (const [name, row] of rows.filter(([name]) => name !== 'ReEncrypt' && name !== 'RetireGrant')) {
      expect(row.permissions[0]?.action).toBe(`kms:${name}`);
    }
    expect(operations.RetireGrant.permissions).toEqual([]);
  });
});

describe('members', () => {
  test('never repeat a name within a request or a response', () => {
    for (const row of Object.values<OperationMembers>(operationMembers)) {
      const request = [...row.required, ...row.optional];
      expect(new Set(request).size).toBe(request.length);
      expect(new Set(row.response).size).toBe(row.response.length);
    }
  });

  test('have Recipient in five operations and DryRun in those that use a key or a grant', () => {
    expect(operationNames.filter((name) => hasRequestMember(name, 'Recipient'))).toEqual([
      'Decrypt',
      'DeriveSharedSecret',
      'GenerateDataKey',
      'GenerateDataKeyPair',
      'GenerateRandom',
    ]);
    expect(operationNames.filter((name) => hasRequestMember(name, 'DryRun'))).toEqual([
      'CreateGrant',
      'Decapsulate',
      'Decrypt',
      'DeriveSharedSecret',
      'Encapsulate',
      'Encrypt',
      'GenerateDataKey',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
      'GenerateDataKeyWithoutPlaintext',
      'GenerateMac',
      'ReEncrypt',
      'RetireGrant',
      'RevokeGrant',
      'Sign',
      'Verify',
      'VerifyMac',
    ]);
  });

  test.each<[OperationName, OperationMembers]>([
    [
      'Sign',
      {
        required: ['KeyId', 'Message', 'SigningAlgorithm'],
        optional: ['MessageType', 'GrantTokens', 'DryRun'],
        response: ['KeyId', 'Signature', 'SigningAlgorithm'],
        source: 'serviceModel',
      },
    ],
    [
      'ScheduleKeyDeletion',
      {
        required: ['KeyId'],
        optional: ['PendingWindowInDays'],
        response: ['KeyId', 'DeletionDate', 'KeyState', 'PendingWindowInDays'],
        source: 'serviceModel',
      },
    ],
    [
      'ListKeys',
      {
        required: [],
        optional: ['Limit', 'Marker'],
        response: ['Keys', 'NextMarker', 'Truncated'],
        source: 'serviceModel',
      },
    ],
    ['DisableKey', { required: ['KeyId'], optional: [], response: [], source: 'serviceModel' }],
  ])('%s', (name, expected) => {
    expect(operationMembers[name]).toEqual(expected);
  });
});

describe('exceptions', () => {
  test('are 48 modeled ones, each used by an operation', () => {
    expect(Object.keys(modeledExceptions)).toHaveLength(48);
    const used = new Set(operationNames.flatMap((name) => [...operationExceptions[name].exceptions]));
    expect([...used].sort()).toEqual(Object.keys(modeledExceptions).sort());
  });

  test('that are common are in no list of the model', () => {
    for (const name of Object.keys(commonExceptions)) expect(modeledExceptions).not.toHaveProperty(name);
  });

  test('DryRunOperationException goes with the member DryRun', () => {
    for (const name of operationNames) {
      const exceptions: readonly string[] = operationExceptions[name].exceptions;
      expect([name, exceptions.includes('DryRunOperationException')]).toEqual([
        name,
        hasRequestMember(name, 'DryRun'),
      ]);
    }
  });

  test('are empty of text in exactly three cases, and a fault of the service in three', () => {
    const named = Object.entries<{ httpStatus: number; emptyMessage?: true }>(modeledExceptions);
    expect(named.filter(([, row]) => row.emptyMessage).map(([name]) => name)).toEqual([
      'InvalidCiphertextException',
      'KMSInvalidMacException',
      'KMSInvalidSignatureException',
    ]);
    expect(named.filter(([, row]) => row.httpStatus === 500).map(([name]) => name)).toEqual([
      'DependencyTimeoutException',
      'KeyUnavailableException',
      'KMSInternalException',
    ]);
  });

  test('of Encrypt', () => {
    expect(operationExceptions.Encrypt.exceptions).toEqual([
      'DependencyTimeoutException',
      'DisabledException',
      'DryRunOperationException',
      'InvalidGrantTokenException',
      'InvalidKeyUsageException',
      'KMSInternalException',
      'KMSInvalidStateException',
      'KeyUnavailableException',
      'NotFoundException',
    ]);
  });
});

test('every operation has its page', () => {
  expect(apiReferenceUrl('Encrypt')).toBe(
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html',
  );
});
