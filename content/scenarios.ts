import type { Scenario } from '@/lib/model/scenario.ts';
import { cloudwatchLogs } from './scenarios/cloudwatch-logs.ts';
import { crossAccountS3 } from './scenarios/cross-account-s3.ts';
import { iamSaysNothing } from './scenarios/iam-says-nothing.ts';
import { lockout } from './scenarios/lockout.ts';
import { secretsManager } from './scenarios/secrets-manager.ts';
import { sourceIpDeny } from './scenarios/source-ip-deny.ts';
import { twoStatements } from './scenarios/two-statements.ts';

/** What the playground offers to start from; the first is the one it opens with. */
export const scenarios: readonly [Scenario, ...Scenario[]] = [
  iamSaysNothing,
  crossAccountS3,
  lockout,
  secretsManager,
  cloudwatchLogs,
  sourceIpDeny,
  twoStatements,
];
