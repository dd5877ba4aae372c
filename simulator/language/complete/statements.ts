/* Whole statements, for what policies on keys usually say. */
import { consoleKeyPolicy } from '../../catalog/default-key-policies.ts';
import { servicePrincipalName } from '../../catalog/service-principals.ts';
import { statementWords, type TemplateCode } from '../../explain/statement-templates.ts';
import type { PolicyKind } from '../../policy/types.ts';
import type { Completion, LanguageContext } from '../types.ts';
import { exampleAccount, exampleRegion, homeOf, keyOf, specRowOf, usageOf } from '../world.ts';
import { type Scene, snippetItem, snippetOf } from './item.ts';

type Statement = Readonly<Record<string, unknown>>;

/** What templates are filled with: what is known of the key, or AWS's examples. */
interface Fill {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly key: string;
  readonly consoleKind: NonNullable<Parameters<typeof consoleKeyPolicy>[0]['kind']>;
}

interface Template {
  readonly code: TemplateCode;
  readonly kinds: readonly PolicyKind[];
  /** Only keys that have an encryption context. */
  readonly symmetric?: true;
  readonly make: (fill: Fill) => Statement;
}

const useActions = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
];
const identityKinds = ['identity', 'boundary', 'session'] as const;
const role = ({ partition, account }: Fill, name: string, place = 1) =>
  `arn:${partition}:iam::${account}:role/\${${place}:${name}}`;

/** A statement as the console writes it: the one at a position, with administrators and users given. */
const byConsole =
  (position: number): Template['make'] =>
  (fill) => {
    const { account, partition, consoleKind: kind } = fill;
    const administrators = [role(fill, 'KeyAdmin')];
    const policy = consoleKeyPolicy({ account, partition, administrators, users: [role(fill, 'App')], kind });
    return policy.Statement[position] ?? {};
  };

const templates: readonly Template[] = [
  { code: 'account', kinds: ['key'], make: byConsole(0) },
  { code: 'administrators', kinds: ['key'], make: byConsole(1) },
  { code: 'users', kinds: ['key'], make: byConsole(2) },
  { code: 'grantsForServices', kinds: ['key'], symmetric: true, make: byConsole(3) },
  {
    code: 'viaService',
    kinds: ['key'],
    symmetric: true,
    make: ({ account, region }) => ({
      Sid: 'Allow use through a service',
      Effect: 'Allow',
      Principal: '*',
      Action: [...useActions, 'kms:CreateGrant'],
      Resource: '*',
      Condition: {
        StringEquals: {
          'kms:CallerAccount': account,
          'kms:ViaService': `\${1:s3}.${region}.amazonaws.com`,
        },
      },
    }),
  },
  {
    code: 'otherAccount',
    kinds: ['key'],
    make: ({ partition }) => ({
      Sid: 'Allow use by another account',
      Effect: 'Allow',
      Principal: { AWS: `arn:${partition}:iam::\${1:444455556666}:root` },
      Action: useActions,
      Resource: '*',
    }),
  },
  {
    code: 'organization',
    kinds: ['key'],
    make: () => ({
      Sid: 'Allow use within the organization',
      Effect: 'Allow',
      Principal: '*',
      Action: useActions,
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': '${1:o-exampleorgid}' } },
    }),
  },
  {
    code: 'servicePrincipal',
    kinds: ['key'],
    symmetric: true,
    make: ({ account, region, partition }) => ({
      Sid: 'Allow CloudWatch Logs',
      Effect: 'Allow',
      Principal: { Service: servicePrincipalName('logs', region) },
      Action: [...useActions.slice(0, -1), 'kms:Describe*'],
      Resource: '*',
      Condition: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:\${1:name}`,
        },
      },
    }),
  },
  {
    code: 'denyWithoutContext',
    kinds: ['key'],
    symmetric: true,
    make: () => ({
      Sid: 'Deny without the encryption context',
      Effect: 'Deny',
      Principal: '*',
      Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'kms:EncryptionContext:${1:purpose}': '${2:invoices}' } },
    }),
  },
  {
    code: 'guardDeletion',
    kinds: ['key'],
    make: () => ({
      Sid: 'Deny deletion in a hurry',
      Effect: 'Deny',
      Principal: '*',
      Action: 'kms:ScheduleKeyDeletion',
      Resource: '*',
      Condition: { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '${1:30}' } },
    }),
  },
  {
    code: 'useKey',
    kinds: identityKinds,
    make: ({ key }) => ({ Sid: 'UseKey', Effect: 'Allow', Action: useActions, Resource: key }),
  },
  {
    code: 'useByAlias',
    kinds: identityKinds,
    make: ({ partition, region, account }) => ({
      Sid: 'UseKeyByAlias',
      Effect: 'Allow',
      Action: useActions,
      Resource: `arn:${partition}:kms:${region}:${account}:key/*`,
      Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/${1:app}' } },
    }),
  },
  {
    code: 'protectKeys',
    kinds: ['scp'],
    make: () => ({
      Sid: 'ProtectKeys',
      Effect: 'Deny',
      Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
      Resource: '*',
    }),
  },
  {
    code: 'onlyOrganization',
    kinds: ['rcp'],
    make: () => ({
      Sid: 'OnlyOurOrganization',
      Effect: 'Deny',
      Principal: '*',
      Action: 'kms:*',
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': '${1:o-exampleorgid}' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    }),
  },
  {
    code: 'endpointForAccount',
    kinds: ['endpoint'],
    make: ({ account }) => ({
      Sid: 'OurAccountOnly',
      Effect: 'Allow',
      Principal: '*',
      Action: 'kms:*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': account } },
    }),
  },
];

function fillOf(context: LanguageContext): Fill {
  const { partition, region, account } = homeOf(context);
  const place = { partition, region: region ?? exampleRegion, account: account ?? exampleAccount };
  const key = keyOf(context);
  return {
    ...place,
    key: key?.arn ?? `arn:${partition}:kms:${place.region}:${place.account}:key/\${1:1234abcd}`,
    consoleKind: consoleKindOf(context),
  };
}

function consoleKindOf(context: LanguageContext): Fill['consoleKind'] {
  const key = keyOf(context);
  switch (usageOf(key)) {
    case 'SIGN_VERIFY':
      return 'signing';
    case 'GENERATE_VERIFY_MAC':
      return 'hmac';
    case 'KEY_AGREEMENT':
      return 'keyAgreement';
    default:
      return specRowOf(key)?.family === 'rsa' ? 'asymmetricEncryption' : 'symmetricEncryption';
  }
}

function templatesFor(context: LanguageContext): readonly Template[] {
  const family = specRowOf(keyOf(context))?.family;
  return templates.filter(
    ({ kinds, symmetric }) =>
      kinds.includes(context.kind) && (!symmetric || family === undefined || family === 'symmetric'),
  );
}

const asStatement = (statement: Statement): unknown => statement;
const asList = (statement: Statement): unknown => [statement];
const asPolicy = (statement: Statement): unknown => ({ Version: '2012-10-17', Statement: [statement] });

const wholes = { statement: asStatement, statementList: asList, policy: asPolicy } as const;

/** Statements where one belongs, in a list or a whole policy where that belongs. */
export function statementItems(scene: Scene, as: keyof typeof wholes): readonly Completion[] {
  const fill = fillOf(scene.context);
  return templatesFor(scene.context).map(({ code, make }, rank) => {
    const { title, why } = statementWords[code];
    const snippet = snippetOf(wholes[as](make(fill)), scene.text);
    return snippetItem(
      scene,
      { label: title, kind: 'statement', detail: 'statement', documentation: why, rank },
      snippet,
    );
  });
}
