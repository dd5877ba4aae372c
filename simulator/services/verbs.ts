/* What can be done with each service. How it chooses keys and names itself is its row in `catalog/services.ts`. */
import { dynamodb, rds } from './databases.ts';
import { ebs } from './ebs.ts';
import { efs } from './efs.ts';
import { lambda } from './lambda.ts';
import { cloudTrail, cloudWatchLogs } from './logs.ts';
import { kinesis, sns, sqs } from './messages.ts';
import { s3 } from './s3.ts';
import { parameterStore, secretsManager } from './secrets.ts';
import type { Verb } from './verb.ts';

export const verbs = {
  s3,
  ebs,
  rds,
  dynamodb,
  secretsManager,
  parameterStore,
  sqs,
  sns,
  lambda,
  cloudWatchLogs,
  cloudTrail,
  efs,
  kinesis,
} as const;

export type ServiceName = keyof typeof verbs;

export type VerbName<Name extends ServiceName> = keyof (typeof verbs)[Name];

export type VerbInput<Name extends ServiceName, Named extends VerbName<Name>> =
  (typeof verbs)[Name][Named] extends Verb<infer In> ? In : never;
