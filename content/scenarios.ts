import type { Scenario } from '@/lib/model/scenario.ts';
import { alarmToTopic } from './scenarios/alarm-to-topic.ts';
import { autoScaling } from './scenarios/auto-scaling.ts';
import { autoScalingAcrossAccounts } from './scenarios/auto-scaling-across-accounts.ts';
import { cloudfront } from './scenarios/cloudfront.ts';
import { cloudwatchLogs } from './scenarios/cloudwatch-logs.ts';
import { crossAccountS3 } from './scenarios/cross-account-s3.ts';
import { deletedRole } from './scenarios/deleted-role.ts';
import { iamSaysNothing } from './scenarios/iam-says-nothing.ts';
import { keyIdAcrossAccounts } from './scenarios/key-id-across-accounts.ts';
import { lambdaRoleRecreated } from './scenarios/lambda-role-recreated.ts';
import { lockout } from './scenarios/lockout.ts';
import { noAdministratorLeft } from './scenarios/no-administrator-left.ts';
import { policyNamesItsAuthor } from './scenarios/policy-names-its-author.ts';
import { secretsManager } from './scenarios/secrets-manager.ts';
import { snsToQueue } from './scenarios/sns-to-queue.ts';
import { sourceIpDeny } from './scenarios/source-ip-deny.ts';
import { twoStatements } from './scenarios/two-statements.ts';
import { wildcardInPrincipal } from './scenarios/wildcard-in-principal.ts';

/** What the playground offers to start from; the first is the one it opens with. */
export const scenarios: readonly [Scenario, ...Scenario[]] = [
  iamSaysNothing,
  crossAccountS3,
  keyIdAcrossAccounts,
  lockout,
  noAdministratorLeft,
  deletedRole,
  wildcardInPrincipal,
  policyNamesItsAuthor,
  secretsManager,
  cloudwatchLogs,
  snsToQueue,
  alarmToTopic,
  cloudfront,
  autoScaling,
  autoScalingAcrossAccounts,
  lambdaRoleRecreated,
  sourceIpDeny,
  twoStatements,
];
