import { describe, expect, test } from 'vitest';
import {
  type AlgorithmName,
  algorithms,
  algorithmsOf,
  dataKeyPairSpecs,
  dataKeySpecs,
  plaintextLimits,
} from './algorithms.ts';
import { commonExceptions, type ExceptionName, modeledExceptions } from './exceptions.ts';
import {
  grantableByKeyKind,
  grantableOperations,
  grantConstraints,
  grantLimits,
  grantOperations,
} from './grants.ts';
import { createKeyDefaults, type KeySpec, keySpecs } from './key-specs.ts';
import {
  acceptedKeyStates,
  keyStates,
  operationResults,
  type StateResult,
  stateColumns,
  stateDependentOperations,
  stateResult,
  stateResults,
  unverifiedStateRows,
} from './key-states.ts';
import { keyUsages, symmetricOnlyOperations } from './key-usages.ts';
import { operationExceptions } from './operation-exceptions.ts';
import { hasRequestMember } from './operation-members.ts';
import { hasKeyResource, operationNames, operations } from './operations.ts';
import { rotationByKeyKind, rotationLimits } from './rotation.ts';
import type { KeySpecRow, KeyState, KeyUsage, OperationName } from './types.ts';

const specRows = Object.entries(keySpecs) as [KeySpec, KeySpecRow][];

describe('key specs and algorithms', () => {
  test('go together: each spec has an algorithm for each usage, each algorithm a spec', () => {
    expect(specRows).toHaveLength(20);
    for (const [spec, row] of specRows) {
      for (const usage of row.usages) expect(algorithmsOf(spec, usage).length).toBeGreaterThan(0);
    }
    for (const [name, row] of Object.entries(algorithms)) {
      for (const spec of row.keySpecs) expect(algorithmsOf(spec, row.usage)).toContain(name);
    }
  });

  test.each<[KeySpec, KeyUsage, AlgorithmName[]]>([
    ['SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT', ['SYMMETRIC_DEFAULT']],
    ['RSA_2048', 'ENCRYPT_DECRYPT', ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256']],
    ['RSA_2048', 'KEY_AGREEMENT', []],
    ['ECC_NIST_P256', 'SIGN_VERIFY', ['ECDSA_SHA_256']],
    ['ECC_SECG_P256K1', 'KEY_AGREEMENT', []],
    ['ECC_NIST_EDWARDS25519', 'SIGN_VERIFY', ['ED25519_SHA_512', 'ED25519_PH_SHA_512']],
    ['HMAC_384', 'GENERATE_VERIFY_MAC', ['HMAC_SHA_384']],
    ['ML_DSA_65', 'SIGN_VERIFY', ['ML_DSA_SHAKE_256']],
    ['SM2', 'KEY_AGREEMENT', ['ECDH']],
  ])('%s for %s', (spec, usage, expected) => {
    expect(algorithmsOf(spec, usage)).toEqual(expected);
  });

  test('RSA plaintext limits follow the formula of OAEP', () => {
    const bits = { RSA_2048: 2048, RSA_3072: 3072, RSA_4096: 4096 } as const;
    for (const spec of ['RSA_2048', 'RSA_3072', 'RSA_4096'] as const) {
      const bytes = bits[spec] / 8;
      expect(plaintextLimits[spec]).toEqual({
        RSAES_OAEP_SHA_1: bytes - 2 * 20 - 2,
        RSAES_OAEP_SHA_256: bytes - 2 * 32 - 2,
      });
    }
  });

  test('data key pairs exist for the asymmetric specs other than ML-DSA', () => {
    expect([...dataKeyPairSpecs].sort()).toEqual(
      specRows
        .filter(([, { family }]) => !['symmetric', 'hmac', 'mlDsa'].includes(family))
        .map(([spec]) => spec)
        .sort(),
    );
    expect(dataKeySpecs).toEqual({ AES_128: 16, AES_256: 32 });
  });

  test('custom key stores hold symmetric encryption keys only; defaults are a valid key', () => {
    expect(specRows.filter(([, row]) => row.origins.includes('AWS_CLOUDHSM')).map(([spec]) => spec)).toEqual([
      'SYMMETRIC_DEFAULT',
    ]);
    expect(algorithmsOf(createKeyDefaults.keySpec, createKeyDefaults.keyUsage)).toEqual([
      'SYMMETRIC_DEFAULT',
    ]);
  });

  test('usages share out the cryptographic operations with a key', () => {
    const used = Object.values(keyUsages).flatMap((row): OperationName[] => [...row.operations]);
    const cryptographic = operationNames.filter((name) => operations[name].group === 'cryptographic');
    expect(used.sort()).toEqual(cryptographic.filter((name) => name !== 'GenerateRandom'));
    for (const name of symmetricOnlyOperations) expect(keyUsages.ENCRYPT_DECRYPT.operations).toContain(name);
  });
});

describe('key states', () => {
  test('decide the operations that name an existing key', () => {
    expect(stateDependentOperations).toEqual(
      operationNames.filter((name) => hasKeyResource(name) || name === 'ListAliases'),
    );
    expect(Object.keys(operationResults)).toHaveLength(46);
    for (const name of unverifiedStateRows) expect(operationResults).toHaveProperty(name);
    expect(stateResult('CreateKey', 'Enabled')).toBeNull();
  });

  test('name exceptions that exist, and that the operation lists', () => {
    const known = [...Object.keys(modeledExceptions), ...Object.keys(commonExceptions)];
    for (const row of Object.values<StateResult>(stateResults)) {
      if (row.exception !== undefined) expect(known).toContain(row.exception);
    }
    for (const name of stateDependentOperations) {
      const listed: readonly ExceptionName[] = operationExceptions[name].exceptions;
      for (const state of Object.keys(keyStates) as KeyState[]) {
        const exception = stateResult(name, state)?.exception;
        if (exception === undefined) continue;
        expect([name, state, listed.includes(exception)]).toEqual([name, state, true]);
      }
    }
  });

  test('each result is used', () => {
    const used = new Set(Object.values(operationResults).flat());
    expect([...used].sort()).toEqual(Object.keys(stateResults).sort());
  });

  test.each<[OperationName, KeyState, Partial<StateResult>]>([
    ['Encrypt', 'Disabled', { exception: 'DisabledException', message: '{keyArn} is disabled.' }],
    [
      'Decrypt',
      'PendingDeletion',
      { exception: 'KMSInvalidStateException', message: '{keyArn} is pending deletion.' },
    ],
    ['Decrypt', 'PendingReplicaDeletion', { exception: 'KMSInvalidStateException' }],
    ['Encrypt', 'PendingImport', { message: '{keyArn} is pending import.' }],
    ['GetPublicKey', 'Disabled', { outcome: 'succeeds' }],
    ['GetPublicKey', 'PendingImport', { outcome: 'succeeds' }],
    ['CancelKeyDeletion', 'PendingDeletion', { outcome: 'succeeds', becomes: 'Disabled' }],
    ['GenerateDataKeyPair', 'Unavailable', { exception: 'UnsupportedOperationException' }],
    ['RotateKeyOnDemand', 'PendingImport', { exception: 'KMSInvalidStateException' }],
    ['EnableKeyRotation', 'PendingImport', { exception: 'UnsupportedOperationException' }],
    ['ScheduleKeyDeletion', 'Updating', { message: '{keyArn} is updating.' }],
    ['PutKeyPolicy', 'PendingDeletion', { outcome: 'succeeds' }],
    ['Sign', 'Unavailable', { outcome: 'impossible' }],
    ['ImportKeyMaterial', 'PendingImport', { becomes: 'Enabled' }],
  ])('%s, %s', (operation, state, expected) => {
    expect(stateResult(operation, state)).toMatchObject(expected);
  });

  test('accepted', () => {
    expect(acceptedKeyStates('Encrypt')).toEqual(['Enabled', 'Updating']);
    expect(acceptedKeyStates('CancelKeyDeletion')).toEqual(['PendingDeletion', 'PendingReplicaDeletion']);
    expect(acceptedKeyStates('DescribeKey')).toHaveLength(8);
    expect(stateColumns).toHaveLength(7);
  });
});

describe('grants', () => {
  const names = Object.keys(grantOperations);

  test('allow 19 operations, all cross-account, each grantable for some kind of key', () => {
    expect(names).toHaveLength(19);
    for (const operation of Object.values(grantOperations))
      expect(operations[operation].crossAccount).toBe('yes');
    const grantable = new Set<string>(
      Object.values(grantableByKeyKind).flatMap((row) => [...row.operations]),
    );
    expect([...grantable].sort()).toEqual(names.sort());
  });

  test('are accepted as tokens by the operations that they can allow', () => {
    const withTokens = operationNames.filter((name) => hasRequestMember(name, 'GrantTokens'));
    const allowed = new Set<string>(Object.values(grantOperations).filter((name) => name !== 'RetireGrant'));
    expect([...allowed].sort()).toEqual(withTokens);
  });

  test('fit every key spec and usage that exists', () => {
    for (const [spec, row] of specRows) {
      for (const usage of row.usages) {
        const operationsOfUsage: readonly string[] = grantableOperations(spec, usage);
        expect(operationsOfUsage).toContain('CreateGrant');
        expect(operationsOfUsage.includes('GetPublicKey')).toBe(!['symmetric', 'hmac'].includes(row.family));
      }
    }
    expect(grantableOperations('HMAC_256', 'SIGN_VERIFY')).toEqual([]);
  });

  test('have constraints that exclude each other both ways', () => {
    expect(grantConstraints.EncryptionContextEquals.excludes).toEqual(['EncryptionContextSubset']);
    expect(grantConstraints.EncryptionContextSubset.excludes).toEqual(['EncryptionContextEquals']);
    expect(grantConstraints.SourceArn.ignoredBy).toEqual(['RetireGrant']);
    expect(grantLimits).toMatchObject({
      tokensPerRequest: 10,
      constraintPairs: 8,
      constraintValueCharacters: 384,
    });
  });
});

test('rotation: limits and what can rotate', () => {
  expect(rotationLimits).toMatchObject({
    periodMin: 90,
    periodMax: 2560,
    periodDefault: 365,
    onDemandRotationsPerKey: 25,
  });
  const rotatable = Object.entries(rotationByKeyKind).filter(([, row]) => row.onDemand !== 'never');
  expect(rotatable.map(([kind]) => kind)).toEqual([
    'symmetric',
    'symmetricImported',
    'multiRegionSymmetric',
    'multiRegionSymmetricImported',
  ]);
});
