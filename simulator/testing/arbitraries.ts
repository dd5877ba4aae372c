// Random environments and requests out of small pools, so that statements often nearly fit the request.

import * as fc from 'fast-check';
import type { AccessRequest, Environment } from '../authorize/types.ts';
import { anyCondition } from './arbitrary-conditions.ts';
import {
  accountLevel,
  actionPatterns,
  actions,
  aliasArn,
  aliasName,
  alice,
  appRole,
  appSession,
  callers,
  carol,
  eve,
  externalRole,
  keyArn,
  keyId,
  objectArn,
  other,
  own,
  principalEntries,
  resourcePatterns,
  root,
  secondKeyArn,
  service,
  tokens,
} from './arbitrary-pools.ts';

const oneOrMore = (values: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }) },
  );

const sometimes = <T>(arbitrary: fc.Arbitrary<T>, weight = 1, otherwise = 3) =>
  fc.oneof({ weight: otherwise, arbitrary: fc.constant(undefined) }, { weight, arbitrary });

type Json = { readonly [element: string]: unknown };

type WithoutGaps<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out the members that are undefined, as JSON would. */
function withoutGaps<T extends object>(value: T): WithoutGaps<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as WithoutGaps<T>;
}

const principal = fc.oneof(
  { weight: 1, arbitrary: fc.constant('*') },
  { weight: 8, arbitrary: oneOrMore(principalEntries).map((AWS) => ({ AWS })) },
  { weight: 1, arbitrary: fc.constant({ Service: service }) },
);

/** A statement; `within` tells the kind of policy it stands in. */
export const anyStatement = (
  within: 'resource' | 'organization' | 'identity',
  effects: readonly ('Allow' | 'Deny')[] = ['Allow', 'Allow', 'Allow', 'Allow', 'Deny'],
): fc.Arbitrary<Json> =>
  fc
    .record({
      Effect: fc.constantFrom(...effects),
      who: within === 'organization' ? fc.constant('*') : principal,
      actionElement: fc.constantFrom('Action', 'Action', 'Action', 'Action', 'Action', 'NotAction'),
      actions: oneOrMore(actionPatterns),
      resourceElement: fc.constantFrom(...Array(9).fill('Resource'), 'NotResource'),
      resources: oneOrMore(resourcePatterns),
      condition: sometimes(anyCondition(within === 'identity'), 2, 3),
    })
    .map(({ Effect, who, condition, ...rest }) =>
      withoutGaps({
        Effect,
        Principal: within === 'identity' ? undefined : who,
        [rest.actionElement]: rest.actions,
        [rest.resourceElement]: rest.resources,
        Condition: condition,
      }),
    );

/** A policy document. */
export const anyDocument = (statement: fc.Arbitrary<Json>, maxLength = 3): fc.Arbitrary<Json> =>
  fc.record({
    Version: fc.constantFrom('2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17'),
    Statement: fc.array(statement, { minLength: 1, maxLength }),
  });

const delegation = { Effect: 'Allow', Principal: { AWS: root(own) }, Action: 'kms:*', Resource: '*' };
const everything = { Effect: 'Allow', Action: '*', Resource: '*' };

/** Often the plain statement, so that the others around it decide. */
const often = (statement: Json, others: fc.Arbitrary<Json>) =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(statement) }, { weight: 3, arbitrary: others });

const keyPolicy = anyDocument(often(delegation, anyStatement('resource')), 4);
const identityDocument = anyDocument(often(everything, anyStatement('identity')));
const identityPolicies = fc.array(identityDocument, { maxLength: 2 });
const limit = sometimes(
  fc.array(anyDocument(anyStatement('identity')), { minLength: 1, maxLength: 1 }),
  1,
  4,
);
const fullAccess = { Version: '2012-10-17', Statement: [everything] };
const level = (policy: fc.Arbitrary<Json>) =>
  fc.record({
    orgIdentifier: fc.constant('r-1'),
    policies: fc.array(policy, { minLength: 1, maxLength: 2 }),
  });
const scps = fc.array(level(fc.oneof(fc.constant(fullAccess), identityDocument)), {
  maxLength: 2,
});
const rcps = fc.array(level(anyDocument(anyStatement('organization', ['Deny']), 1)), { maxLength: 1 });

const contextPairs = fc.constantFrom<Record<string, string>[]>(
  { App: 'Pay' },
  { App: 'Pay', Env: 'dev' },
  { App: 'pay' },
);
const grantOperations = [
  'Decrypt',
  'Encrypt',
  'DescribeKey',
  'GenerateDataKey',
  'CreateGrant',
  'RetireGrant',
  'ReEncryptFrom',
];

const grant = (grantId: keyof typeof tokens) =>
  fc
    .record({
      grantId: fc.constant(grantId),
      granteePrincipal: fc.constantFrom(alice, appRole, appSession, carol, eve, externalRole),
      retiringPrincipal: sometimes(fc.constantFrom(alice, appRole, eve, root(other)), 1, 1),
      operations: fc.uniqueArray(fc.constantFrom(...grantOperations), { minLength: 1, maxLength: 5 }),
      constraints: sometimes(
        fc.oneof(
          contextPairs.map((EncryptionContextEquals) => ({ EncryptionContextEquals })),
          contextPairs.map((EncryptionContextSubset) => ({ EncryptionContextSubset })),
        ),
      ),
      issuingAccount: fc.constant(own),
      grantToken: fc.constant(tokens[grantId]),
      pending: fc.constantFrom(false, false, true),
    })
    .map(withoutGaps);

const keyFacts = fc.record({
  arn: fc.constant(keyArn),
  aliases: fc.constantFrom([aliasName], [aliasName, 'alias/app']),
  tags: fc.constantFrom<Record<string, string>[]>({}, { team: 'red' }, { team: 'blue' }),
  manager: fc.constantFrom<('CUSTOMER' | 'AWS')[]>('CUSTOMER', 'CUSTOMER', 'CUSTOMER', 'CUSTOMER', 'AWS'),
});

/** A key with its policy and grants, and the policies of organizations and callers around it. */
export const anyEnvironment: fc.Arbitrary<Environment> = fc
  .record({
    key: keyFacts,
    resourcePolicy: keyPolicy,
    grants: sometimes(fc.tuple(grant('g1'), grant('g2')), 1, 1),
    identityPolicies,
    permissionBoundaries: limit,
    sessionPolicies: limit,
    vpcEndpointPolicies: sometimes(
      fc.array(anyDocument(anyStatement('resource')), { minLength: 1, maxLength: 1 }),
      1,
      6,
    ),
    scps: sometimes(scps),
    rcps: sometimes(rcps),
    organization: sometimes(fc.constant({ id: 'o-1', managementAccount: own }), 1, 8),
    secondPolicy: fc.oneof(fc.constant(null), keyPolicy),
  })
  .map(({ secondPolicy, ...rest }) =>
    withoutGaps({
      ...rest,
      keys: [{ key: { arn: secondKeyArn }, resourcePolicy: secondPolicy ?? rest.resourcePolicy }],
    }),
  );

const context = fc
  .record({
    'aws:PrincipalTag/team': sometimes(fc.constantFrom('red', 'blue', 'RED'), 1, 1),
    'aws:MultiFactorAuthPresent': sometimes(fc.boolean(), 1, 1),
    'aws:MultiFactorAuthAge': sometimes(fc.constantFrom(5, 10, 300)),
    'aws:SourceArn': sometimes(
      fc.constantFrom('arn:aws:s3:::data-bucket', `arn:aws:sqs:us-west-2:${own}:orders`),
    ),
    'aws:TagKeys': fc.constant(undefined),
  })
  .map(withoutGaps);

/** One of the requests that the environments above are about. */
export const anyRequest: fc.Arbitrary<AccessRequest> = fc
  .record({
    principal: fc.constantFrom(...callers),
    action: fc.constantFrom(...actions),
    naming: fc.constantFrom(keyArn, keyArn, keyArn, aliasArn, aliasName, keyId),
    second: fc.constantFrom(keyArn, secondKeyArn, secondKeyArn),
    context,
    encryptionContext: sometimes(contextPairs, 1, 1),
    viaService: sometimes(fc.constantFrom('s3', 'ec2')),
    sourceIp: sometimes(fc.constantFrom('203.0.113.7', '198.51.100.7'), 1, 1),
    time: fc.constantFrom('2026-11-23T12:00:00Z', '2027-11-23T12:00:00Z'),
    grantTokens: sometimes(fc.constantFrom([tokens.g1], [tokens.g2])),
    childOperations: fc.constantFrom(['Decrypt'], ['Decrypt', 'Encrypt']),
  })
  .map(({ naming, second, childOperations, ...rest }) => {
    const childGrant = rest.action === 'kms:CreateGrant';
    return withoutGaps({
      ...rest,
      resource: resourceFor(rest.action, rest.principal, naming),
      resourceAccount: accountLevel.includes(rest.action) ? accountOf(rest.principal) : own,
      context: childGrant ? { ...rest.context, 'kms:GrantOperations': childOperations } : rest.context,
      // A service calls from its own network: the caller's address does not reach KMS.
      sourceIp: rest.viaService === undefined ? rest.sourceIp : undefined,
      secondResource: /ReEncrypt$|UpdateAlias$/.test(rest.action) ? second : undefined,
      grantId: rest.action === 'kms:RetireGrant' ? 'g1' : undefined,
    });
  });

const accountOf = (who: string) => who.split(':')[4] ?? own;

/** A bare name resolves in the caller's account, so only the key's own account may use one. */
function resourceFor(action: string, who: string, naming: string): string {
  if (action.startsWith('s3:')) return objectArn;
  if (accountLevel.includes(action)) return '*';
  if (action.endsWith('Alias')) return aliasArn;
  const byAlias = /crypt$|DescribeKey|GenerateDataKey/.test(action);
  if (naming.startsWith(keyArn) || (naming === aliasArn && byAlias)) return naming;
  if (accountOf(who) !== own || (naming === aliasName && !byAlias)) return keyArn;
  return naming === aliasArn ? keyArn : naming;
}
