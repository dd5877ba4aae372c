/* What can be done with each service. How it chooses keys and names itself is its row in `catalog/services.ts`. */
import type { Verb } from './verbs-of-data.ts';
import { kinesis, parameterStore, s3, secretsManager, sns, sqs } from './verbs-of-data.ts';
import { cloudTrail, cloudWatchLogs } from './verbs-of-principals.ts';
import { dynamodb, ebs, efs, lambda, rds } from './verbs-with-grants.ts';

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
