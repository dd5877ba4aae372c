import type { Lab } from '@/lib/model/lab.ts';
import { account, identityPolicy, keyArn, policyText, role } from '../../../example.ts';

const accountPrincipal = `arn:aws:iam::${account}:root`;
const decrypt = (name: string) =>
  ({ principal: role(name), action: 'kms:Decrypt', resource: keyArn }) as const;
const changePolicy = { principal: role('KeyAdmin'), action: 'kms:PutKeyPolicy', resource: keyArn } as const;
const rescue = { principal: accountPrincipal, action: 'kms:PutKeyPolicy', resource: keyArn } as const;

const everythingToIam = `{
      "Sid": "Enable IAM User Permissions",
      "Effect": "Allow",
      "Principal": { "AWS": "${accountPrincipal}" },
      "Action": "kms:*",
      "Resource": "*"
    }`;

const administration = (principal: string) => `{
      "Sid": "AdministrationByIam",
      "Effect": "Allow",
      "Principal": { "AWS": "${principal}" },
      "Action": [
        "kms:DescribeKey",
        "kms:GetKeyPolicy",
        "kms:PutKeyPolicy",
        "kms:EnableKey",
        "kms:DisableKey",
        "kms:ScheduleKeyDeletion",
        "kms:CancelKeyDeletion"
      ],
      "Resource": "*"
    }`;

const appUse = `{
      "Sid": "AppDecrypts",
      "Effect": "Allow",
      "Principal": { "AWS": "${role('app')}" },
      "Action": "kms:Decrypt",
      "Resource": "*"
    }`;

const nobodyDecrypts = `{
      "Sid": "NobodyElseDecrypts",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "kms:Decrypt",
      "Resource": "*"
    }`;

/** Who decides about Decrypt: the key policy or the account's IAM policies? The reader moves it to the former. */
export const lab: Lab = {
  id: 'who-is-root',
  task: 'The key has the default policy: everything is left to IAM, and somebody gave role/ci kms:Decrypt there. Let role/app decrypt and role/ci not, without touching a single IAM policy and without locking anybody out.',
  environment: {
    key: { arn: keyArn },
    callers: [
      { arn: role('app'), identityPolicies: [identityPolicy('AppTables', ['dynamodb:GetItem'])] },
      {
        arn: role('ci'),
        identityPolicies: [identityPolicy('BuildTools', ['kms:Decrypt', 'kms:DescribeKey'])],
      },
      { arn: role('KeyAdmin'), identityPolicies: [identityPolicy('KeyAdministration', ['kms:*'])] },
      { arn: accountPrincipal },
    ],
  },
  cast: [
    { name: 'role/app', text: 'Your application. No IAM policy gives it anything in KMS.' },
    { name: 'role/ci', text: 'The build server. Its IAM policy allows kms:Decrypt on every key.' },
    { name: 'role/KeyAdmin', text: 'Looks after keys. Its IAM policy allows kms:* on every key.' },
    {
      name: 'root user',
      text: `The root user of account ${account}: the last resort, with no IAM policy at all.`,
    },
  ],
  starter: policyText(everythingToIam),
  goals: [
    { id: 'app-decrypts', text: 'role/app can decrypt', request: decrypt('app'), want: 'Allowed' },
    {
      id: 'ci-refused',
      text: 'role/ci cannot decrypt, whatever its IAM policy says',
      request: decrypt('ci'),
      want: 'denied',
    },
    {
      id: 'still-yours',
      text: 'You can still change this policy (role/KeyAdmin calls PutKeyPolicy)',
      request: changePolicy,
      want: 'Allowed',
    },
    {
      id: 'last-resort',
      text: 'If role/KeyAdmin were deleted, the root user could still change it',
      request: rescue,
      want: 'Allowed',
    },
  ],
  hints: [
    'Open the trace of “role/ci cannot decrypt”. Which statement of the key policy hands the decision to IAM, and for which actions?',
    'The account statement may stay, but not for kms:*. List the actions that you want IAM to decide about, kms:PutKeyPolicy among them, and leave kms:Decrypt out.',
    `Then add a statement for role/app itself: principal "${role('app')}", action "kms:Decrypt". In the key’s own account, that needs no IAM policy.`,
  ],
  mistakes: [
    {
      id: 'deny-for-all',
      signs: [
        { request: decrypt('app'), verdict: 'ExplicitlyDenied' },
        { request: decrypt('ci'), verdict: 'ExplicitlyDenied' },
      ],
      hint: 'Your Deny reaches role/app as well, and a Deny wins over every Allow. Either aim it at role/ci alone, or do without it: what nobody allows is refused anyway.',
      example: policyText(everythingToIam, appUse, nobodyDecrypts),
    },
    {
      id: 'nobody-can-change',
      signs: [
        { request: changePolicy, verdict: 'denied' },
        { request: rescue, verdict: 'denied' },
      ],
      hint: 'Nobody could change this policy again, not even the root user: for a KMS key it has no rights of its own. KMS would refuse to save this policy. Keep the account statement, for fewer actions.',
      example: policyText(appUse),
    },
    {
      id: 'no-last-resort',
      signs: [
        { request: changePolicy, verdict: 'Allowed' },
        { request: rescue, verdict: 'denied' },
      ],
      hint: 'KMS would save this, but everything hangs on one role. If role/KeyAdmin is deleted, the key is beyond anybody’s reach. Let the account principal keep kms:PutKeyPolicy.',
      example: policyText(administration(role('KeyAdmin')), appUse),
    },
    {
      id: 'iam-still-decides',
      signs: [
        { request: decrypt('app'), verdict: 'Allowed' },
        { request: decrypt('ci'), verdict: 'Allowed' },
      ],
      hint: 'role/app gets in by its own statement, but the account statement still allows kms:*, so IAM may give out Decrypt to others, and for role/ci it does. Give IAM fewer actions to decide about.',
      example: policyText(everythingToIam, appUse),
    },
    {
      id: 'app-forgotten',
      signs: [
        { request: decrypt('app'), verdict: 'ImplicitlyDenied' },
        { request: decrypt('ci'), verdict: 'denied' },
        { request: changePolicy, verdict: 'Allowed' },
      ],
      hint: 'role/ci is out, and so is role/app: nobody says yes to it, neither its IAM policy nor the key policy. Add a statement that names role/app.',
      example: policyText(administration(accountPrincipal)),
    },
  ],
  solution: policyText(administration(accountPrincipal), appUse),
};
