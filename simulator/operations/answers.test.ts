// Whatever is sent: an answer, or an exception that the service model lists for the operation. Never a bug.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonExceptions } from '../catalog/exceptions.ts';
import { memberShapes, type Shape, shapesOfOperation } from '../catalog/member-shapes.ts';
import { operationExceptions } from '../catalog/operation-exceptions.ts';
import { operationMembers } from '../catalog/operation-members.ts';
import type { OperationExceptions, OperationMembers, OperationName } from '../catalog/types.ts';
import { createWorld, type Input, type KeyDefinition, World } from '../index.ts';
import { fixedRsa } from '../testing/key-material.ts';

const account = '111122223333';
const administrator = `arn:aws:iam::${account}:user/Admin`;
const stranger = 'arn:aws:iam::444455556666:user/Other';
const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const idOf = (n: number) => `1234abcd-12ab-34cd-56ef-${`${n}`.padStart(12, '0')}`;
const mrk = 'mrk-1234abcd12ab34cd56ef123456789012';

const keys: readonly KeyDefinition[] = [
  { id: idOf(0), aliases: ['alias/app'], rotationPeriodInDays: 90 },
  { id: idOf(1), keySpec: 'RSA_2048', keyUsage: 'ENCRYPT_DECRYPT' },
  { id: idOf(2), keySpec: 'HMAC_256', keyUsage: 'GENERATE_VERIFY_MAC' },
  { id: idOf(3), keySpec: 'ECC_NIST_P256', keyUsage: 'KEY_AGREEMENT' },
  { id: idOf(4), keySpec: 'ML_KEM_512', keyUsage: 'ENCAPSULATE_DECAPSULATE' },
  { id: idOf(5), keySpec: 'ECC_NIST_EDWARDS25519', keyUsage: 'SIGN_VERIFY', enabled: false },
  { id: idOf(6), origin: 'EXTERNAL' },
  { id: idOf(7), origin: 'EXTERNAL', keySpec: 'HMAC_256', keyUsage: 'GENERATE_VERIFY_MAC' },
  { id: mrk, multiRegion: true },
];

const arnOf = (id: string) => `arn:aws:kms:us-east-1:${account}:key/${id}`;
const keyNames = [
  ...keys.flatMap(({ id = '' }) => [id, arnOf(id)]),
  ...['alias/app', 'alias/none', 'alias/aws/s3', 'none', '', arnOf('none'), arnOf(idOf(99))],
  ...[`arn:aws:kms:eu-west-1:${account}:key/${mrk}`, 'arn:aws:s3:::bucket'],
];

const policy = (principal: unknown) =>
  JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: principal, Action: 'kms:*', Resource: '*' }] });

/** Values that lead further than random texts do. */
const pools: Readonly<Record<string, readonly unknown[]>> = {
  KeyId: keyNames,
  TargetKeyId: keyNames,
  SourceKeyId: keyNames,
  DestinationKeyId: keyNames,
  AliasName: ['alias/app', 'alias/new', 'alias/none', 'alias/aws/s3', 'alias/', 'app', 'alias/a:b'],
  Policy: [policy('*'), policy({ AWS: administrator }), policy({ AWS: stranger }), '{', '{}', '[]'],
  PolicyName: ['default', 'other'],
  ReplicaRegion: ['eu-west-1', 'us-east-1', 'mars-north-1'],
  PrimaryRegion: ['eu-west-1', 'us-east-1'],
  GranteePrincipal: [administrator, stranger, 'arn:aws:iam::111122223333:role/None', 's3.amazonaws.com'],
  RetiringPrincipal: [administrator, stranger, 'nobody'],
  GrantId: ['0'.repeat(64), 'x'],
  ValidTo: [new Date('2026-10-01'), new Date('2026-12-01'), new Date('2030-01-01')],
};

function arbitraryOf(name: string, shape: Shape): fc.Arbitrary<unknown> {
  const pool = pools[name];
  if (pool !== undefined) return fc.constantFrom(...pool);
  switch (shape.type) {
    case 'string':
      return fc.oneof(fc.constantFrom('x', 'cluster-234abcdefgh', 'cks-1'), fc.string({ maxLength: 40 }));
    case 'enum':
      return fc.constantFrom(...shape.values);
    case 'integer':
      return fc.integer({ min: shape.min - 1, max: Math.min(shape.max, shape.min + 40) + 1 });
    case 'boolean':
      return fc.boolean();
    case 'blob':
      return fc.uint8Array({ maxLength: 64 });
    case 'timestamp':
      return fc.date({ noInvalidDate: true });
    case 'map':
      return fc.dictionary(fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 }), { maxKeys: 2 });
    case 'list':
      return fc.array(arbitraryOf('', shape.of), { maxLength: 3 });
    case 'structure': {
      const members = Object.entries(shape.members).map(([key, of]): [string, fc.Arbitrary<unknown>] => [
        key,
        arbitraryOf(key, of),
      ]);
      return fc.record(Object.fromEntries(members), { requiredKeys: [...shape.required] });
    }
  }
}

function inputOf(operation: OperationName): fc.Arbitrary<object> {
  const { required, optional }: OperationMembers = operationMembers[operation];
  const shapes: Readonly<Record<string, Shape>> = memberShapes;
  const special: Readonly<Record<string, Readonly<Record<string, Shape>>>> = shapesOfOperation;
  const members = [...required, ...optional]
    // Named in the refusal and nothing else; it would hide all that comes after.
    .filter((name) => name !== 'Recipient')
    .map((name) => {
      const shape = special[operation]?.[name] ?? shapes[name];
      if (shape === undefined) throw new Error(name);
      return [name, arbitraryOf(name, shape)] as const;
    });
  return fc.record(Object.fromEntries(members), { requiredKeys: [...required] });
}

const names = Object.keys(operationExceptions) as OperationName[];
const calls = fc.constantFrom(...names).chain((operation) =>
  fc.record({
    operation: fc.constant(operation),
    input: inputOf(operation),
    caller: fc.constantFrom(administrator, administrator, administrator, stranger),
  }),
);

test('every call is answered, or refused in a way that the service model knows', async () => {
  const users = { Admin: { policies: { Everything: everything } } };
  const others = { Other: { policies: { Everything: everything } } };
  const beginning = createWorld(
    {
      accounts: [
        { id: account, users, keys },
        { id: '444455556666', users: others },
      ],
    },
    { generateRsa: fixedRsa },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(calls, { minLength: 1, maxLength: 25 }), async (story) => {
      let world = beginning.fork();
      for (const { operation, input, caller } of story) {
        const before = world.snapshot().rows;
        const result = await world.call(caller, operation, input as Input<typeof operation>);
        if (!result.ok) {
          const { exceptions }: OperationExceptions<string> = operationExceptions[operation];
          expect([...exceptions, ...Object.keys(commonExceptions)]).toContain(result.error.name);
          expect(world.snapshot().rows).toEqual(before);
        }
        world.advance({ seconds: 30 });
        world = World.restore(structuredClone(world.snapshot()), { generateRsa: fixedRsa });
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
