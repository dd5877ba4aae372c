import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareAuthorizer } from '../authorize/authorize.ts';
import type { Environment } from '../authorize/types.ts';
import { actionNames } from '../catalog/actions.ts';
import { anyEnvironment } from '../testing/arbitraries.ts';
import { whoCanAdminister } from './administrators.ts';
import { policyPlaces, textOf } from './documents.ts';
import { accessMatrix, decisiveStep } from './matrix.ts';
import { withAssumed, withKeyArn } from './principals.ts';

const account = '111122223333';
const other = '444455556666';
const arn = `arn:aws:kms:us-west-2:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const app = `arn:aws:iam::${account}:role/App`;
const ann = `arn:aws:iam::${account}:user/ann`;
const root = (id: string) => `arn:aws:iam::${id}:root`;
const statement = (principal: unknown, action: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  Resource: '*',
  ...more,
});
const policy = (...statements: object[]) => ({ Version: '2012-10-17', Statement: statements });
const iam = (action: string) => policy({ Effect: 'Allow', Action: action, Resource: '*' });

/** `principal: verdicts`, one letter an action: A(llowed), E(xplicitly), I(mplicitly denied). */
function drawn(environment: Environment, actions: string[]) {
  const { rows } = accessMatrix(environment, { actions: actions.map((name) => `kms:${name}`) });
  return Object.fromEntries(
    rows.map(({ principal, cells }) => [
      principal.principal,
      cells.map(({ verdict }) => verdict[0]).join(''),
    ]),
  );
}

test('listed identities have a row each, and an account principal lets their IAM policies speak', () => {
  const environment = {
    key: { arn },
    resourcePolicy: policy(statement({ AWS: root(account) }, 'kms:*')),
    callers: [{ arn: app, identityPolicies: [iam('kms:Decrypt')] }, { arn: ann }],
  };
  expect(drawn(environment, ['Decrypt', 'Encrypt'])).toEqual({ [app]: 'AI', [ann]: 'II' });
});

test('an account of which nobody is known has a stand-in', () => {
  const environment = { key: { arn }, resourcePolicy: policy(statement({ AWS: root(account) }, 'kms:*')) };
  const [row] = accessMatrix(environment).rows;
  expect(row?.principal).toMatchObject({ origin: 'account', account, assumed: true });
  expect(row?.cells).toHaveLength(actionNames.length);
  expect(row?.cells.every(({ verdict }) => verdict === 'Allowed' || verdict === 'ImplicitlyDenied')).toBe(
    true,
  );
});

test('a wildcard principal brings a stranger, who needs no more than an IAM policy of their own', () => {
  const environment = { key: { arn }, resourcePolicy: policy(statement('*', 'kms:Decrypt')) };
  expect(drawn(environment, ['Decrypt', 'Encrypt'])).toEqual({
    [`arn:aws:iam::${account}:user/any-identity`]: 'AI',
    'arn:aws:iam::999999999999:user/any-identity': 'AI',
  });
});

test('service principals, other accounts, sessions, grantees and those a condition names are asked about', () => {
  const session = `arn:aws:sts::${account}:assumed-role/App/one`;
  const environment = {
    key: { arn },
    resourcePolicy: policy(
      statement({ Service: 'sns.amazonaws.com' }, 'kms:Decrypt'),
      statement({ AWS: [`arn:aws:iam::${other}:role/Ext`, session, 'AROADBQP57FF2AEXAMPLE'] }, 'kms:Encrypt'),
      statement('*', 'kms:Sign', {
        Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/team/*` } },
      }),
    ),
    grants: [{ grantId: 'g', granteePrincipal: ann, operations: ['Decrypt'] }],
  };
  expect(drawn(environment, ['Decrypt', 'Encrypt', 'Sign'])).toEqual({
    'sns.amazonaws.com': 'AII',
    [`arn:aws:iam::${other}:role/Ext`]: 'IAI',
    [session]: 'IAI',
    [ann]: 'AII',
    [`arn:aws:iam::${account}:role/team/example`]: 'IIA',
    [`arn:aws:iam::${account}:user/any-identity`]: 'III',
    'arn:aws:iam::999999999999:user/any-identity': 'III',
  });
});

test('a cell tells the step that decided', () => {
  const environment = {
    key: { arn },
    resourcePolicy: policy(statement({ AWS: root(account) }, 'kms:*')),
    callers: [{ arn: app }],
  };
  const matrix = accessMatrix(environment, { actions: ['kms:Decrypt', 'kms:ListKeys'] });
  expect(matrix.rows[0]?.cells.map(({ step }) => step)).toEqual(['identityPolicies', 'identityPolicies']);
  expect(matrix.explain(app, 'kms:Decrypt').message).toContain('no identity-based policy');
});

test('policies that AWS would refuse are told', () => {
  const matrix = accessMatrix({ key: { arn }, resourcePolicy: '{', callers: [{ arn: app }] });
  expect(matrix.notes.map(({ code }) => code)).toEqual(['policyRefused']);
  expect(matrix.rows[0]?.cells[0]).toMatchObject({ verdict: 'NotSimulated', step: null });
});

test('every cell is what the authorizer says of the request', () => {
  fc.assert(
    fc.property(anyEnvironment, (environment) => {
      const matrix = accessMatrix(environment, {
        actions: ['kms:Decrypt', 'kms:PutKeyPolicy', 'kms:CreateAlias'],
      });
      const principals = matrix.rows.map(({ principal }) => principal);
      const authorizer = prepareAuthorizer(withAssumed(withKeyArn(environment), principals));
      for (const { principal, cells } of matrix.rows) {
        cells.forEach((cell, i) => {
          const decision = authorizer.explain({
            principal: principal.principal,
            action: matrix.actions[i] ?? '',
            resource: environment.key?.arn ?? '*',
          });
          expect([cell.verdict, cell.step]).toEqual([decision.verdict, decisiveStep(decision)]);
        });
      }
    }),
    { numRuns: 30 },
  );
});

test('places of policies are numbered as in a decision', () => {
  fc.assert(
    fc.property(anyEnvironment, (environment) => {
      const { policies } = prepareAuthorizer(environment).explain({
        principal: ann,
        action: 'kms:Decrypt',
        resource: environment.key?.arn ?? '*',
      });
      const places = policyPlaces(environment, 'kms');
      expect(places.map(({ kind, index, input }) => [kind, index, textOf(input)])).toEqual(
        policies.map(({ kind, index, text }) => [kind, index, text]),
      );
      for (const place of places) expect(place.exchange(place.input)).toMatchObject(environment);
    }),
    { numRuns: 100 },
  );
});

test('who can administer: named, through the account, or nobody', () => {
  const names = (resourcePolicy: object, callers: Environment['callers'] = []) =>
    whoCanAdminister({ key: { arn }, resourcePolicy: { ...resourcePolicy }, callers }).map(
      ({ principal }) => principal,
    );
  expect(names(policy(statement({ AWS: ann }, 'kms:*')))).toEqual([ann]);
  expect(names(policy(statement({ AWS: ann }, 'kms:Decrypt')))).toEqual([]);
  expect(names(policy(statement({ AWS: root(account) }, 'kms:*')), [{ arn: ann }])).toEqual([root(account)]);
  expect(names(policy(statement({ AWS: root(other) }, 'kms:*')))).toEqual([]);
});
