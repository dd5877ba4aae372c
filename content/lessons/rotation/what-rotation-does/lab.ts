import type { Lab } from '@/lib/model/lab.ts';
import { account, identityPolicy, keyArn, policyText, role } from '../../../example.ts';

const byAdmin = (action: string) => ({ principal: role('KeyAdmin'), action, resource: keyArn }) as const;
const everyDays = (days: number) =>
  ({ ...byAdmin('kms:EnableKeyRotation'), context: { 'kms:RotationPeriodInDays': days } }) as const;
const appDecrypts = { principal: role('app'), action: 'kms:Decrypt', resource: keyArn } as const;

const toTheAccount = `{
      "Sid": "PolicyAndMetadataByIam",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::${account}:root" },
      "Action": ["kms:PutKeyPolicy", "kms:Get*", "kms:List*", "kms:DescribeKey"],
      "Resource": "*"
    }`;

const appUse = `{
      "Sid": "AppUsesTheKey",
      "Effect": "Allow",
      "Principal": { "AWS": "${role('app')}" },
      "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"],
      "Resource": "*"
    }`;

const adminMay = (sid: string, actions: string, condition?: string) => `{
      "Sid": "${sid}",
      "Effect": "Allow",
      "Principal": { "AWS": "${role('KeyAdmin')}" },
      "Action": ${actions},
      "Resource": "*"${condition === undefined ? '' : `,\n      "Condition": { ${condition} }`}
    }`;

const atMostAYear = '"NumericLessThanEquals": { "kms:RotationPeriodInDays": "365" }';
const bothActions = '["kms:EnableKeyRotation", "kms:RotateKeyOnDemand"]';

/** Rotation is administration: the reader allows it without opening the data, and learns that a condition needs its key. */
export const lab: Lab = {
  id: 'what-rotation-does',
  task: 'Let role/KeyAdmin rotate this key: automatically with a period of at most 365 days, and on demand. It must never be able to decrypt.',
  environment: {
    key: { arn: keyArn },
    callers: [
      { arn: role('app'), identityPolicies: [identityPolicy('AppTables', ['dynamodb:GetItem'])] },
      { arn: role('KeyAdmin'), identityPolicies: [identityPolicy('KeyAdministration', ['kms:*'])] },
    ],
  },
  cast: [
    {
      name: 'role/app',
      text: 'Your application. It encrypts and decrypts; no IAM policy gives it anything in KMS.',
    },
    {
      name: 'role/KeyAdmin',
      text: 'Looks after keys. Its IAM policy allows kms:* on every key, where a key policy leaves that to IAM.',
    },
  ],
  starter: policyText(toTheAccount, appUse),
  goals: [
    {
      id: 'half-a-year',
      text: 'role/KeyAdmin turns on rotation every 180 days',
      request: everyDays(180),
      want: 'Allowed',
    },
    {
      id: 'not-too-rare',
      text: 'role/KeyAdmin cannot set it to every 1,000 days',
      request: everyDays(1000),
      want: 'denied',
    },
    {
      id: 'on-demand',
      text: 'role/KeyAdmin rotates on demand',
      request: byAdmin('kms:RotateKeyOnDemand'),
      want: 'Allowed',
    },
    {
      id: 'never-decrypts',
      text: 'role/KeyAdmin cannot decrypt',
      request: byAdmin('kms:Decrypt'),
      want: 'denied',
    },
    { id: 'app-as-before', text: 'role/app decrypts as before', request: appDecrypts, want: 'Allowed' },
    {
      id: 'still-yours',
      text: 'You can still change this policy (role/KeyAdmin calls PutKeyPolicy)',
      request: byAdmin('kms:PutKeyPolicy'),
      want: 'Allowed',
    },
  ],
  hints: [
    'Two actions are missing from the policy: kms:EnableKeyRotation, which also sets the period, and kms:RotateKeyOnDemand.',
    'The period a caller asks for is in the condition key kms:RotationPeriodInDays. It is a number: NumericLessThanEquals compares it.',
    'Only EnableKeyRotation brings kms:RotationPeriodInDays. A condition on a key that the request lacks does not hold, so give RotateKeyOnDemand a statement of its own, without the condition.',
  ],
  mistakes: [
    {
      id: 'can-decrypt',
      signs: [{ request: byAdmin('kms:Decrypt'), verdict: 'Allowed' }],
      hint: 'role/KeyAdmin can now read the data. kms:* covers Decrypt too: given to the role directly, or to the account, whose IAM policies then hand it on. Name the actions you mean.',
      example: policyText(toTheAccount, appUse, adminMay('KeyAdminRotates', '"kms:*"')),
    },
    {
      id: 'one-condition-for-both',
      signs: [
        { request: everyDays(180), verdict: 'Allowed' },
        { request: everyDays(1000), verdict: 'denied' },
        { request: byAdmin('kms:RotateKeyOnDemand'), verdict: 'denied' },
      ],
      hint: 'Rotation on demand is refused. A RotateKeyOnDemand call has no period, so a condition on kms:RotationPeriodInDays can never hold for it. It needs a statement without that condition.',
      example: policyText(toTheAccount, appUse, adminMay('KeyAdminRotates', bothActions, atMostAYear)),
    },
    {
      id: 'no-bound',
      signs: [
        { request: everyDays(180), verdict: 'Allowed' },
        { request: everyDays(1000), verdict: 'Allowed' },
      ],
      hint: 'Any period KMS accepts will do, up to 2,560 days. Put a condition on kms:RotationPeriodInDays beside kms:EnableKeyRotation.',
      example: policyText(toTheAccount, appUse, adminMay('KeyAdminRotates', bothActions)),
    },
    {
      id: 'wrong-way-round',
      signs: [
        { request: everyDays(180), verdict: 'denied' },
        { request: everyDays(1000), verdict: 'Allowed' },
      ],
      hint: 'It is the wrong way round: 180 days is refused and 1,000 is allowed. An Allow needs “at most” (NumericLessThanEquals); “more than” belongs in a Deny.',
      example: policyText(
        toTheAccount,
        appUse,
        adminMay(
          'KeyAdminSchedules',
          '"kms:EnableKeyRotation"',
          '"NumericGreaterThan": { "kms:RotationPeriodInDays": "365" }',
        ),
        adminMay('KeyAdminRotatesNow', '"kms:RotateKeyOnDemand"'),
      ),
    },
    {
      id: 'app-cut-off',
      signs: [{ request: appDecrypts, verdict: 'denied' }],
      hint: 'role/app can no longer decrypt. Rotation needs no change to the statements of those who use the key: put the one for role/app back.',
      example: policyText(toTheAccount, adminMay('KeyAdminRotatesNow', '"kms:RotateKeyOnDemand"')),
    },
    {
      id: 'locked-out',
      signs: [{ request: byAdmin('kms:PutKeyPolicy'), verdict: 'denied' }],
      hint: 'Nobody could change this policy again. Leave kms:PutKeyPolicy with the account.',
      example: policyText(appUse, adminMay('KeyAdminRotatesNow', '"kms:RotateKeyOnDemand"')),
    },
  ],
  solution: policyText(
    toTheAccount,
    appUse,
    adminMay('KeyAdminSchedules', '"kms:EnableKeyRotation"', atMostAYear),
    adminMay('KeyAdminRotatesNow', '"kms:RotateKeyOnDemand"'),
  ),
};
