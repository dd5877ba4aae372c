/* What has been read of the calls that a service makes to KMS, and what has not. */
import type { ServiceName, VerbName } from '../services/verbs.ts';
import type { SourceId } from './types.ts';

/**
 * A part of what is shown that was read in no source: which calls, their order, who makes them, the grant and whom it
 * is given to, how the service names its failure, how long it holds a data key.
 */
export type UnverifiedPart = 'caller' | 'calls' | 'failure' | 'grant' | 'grantee' | 'heldFor' | 'order';

export interface ServiceCalls {
  readonly source: SourceId;
  /** Empty: all that is shown was read. An answer has those of its input. Whoever shows the calls shows these too. */
  readonly unverified: readonly UnverifiedPart[];
}

type Rows = { readonly [Name in ServiceName]: { readonly [Verb in VerbName<Name>]: ServiceCalls } };

const read = (source: SourceId, ...unverified: UnverifiedPart[]): ServiceCalls => ({ source, unverified });

/** For every use of a service in `simulator/services`. */
export const serviceCalls: Rows = {
  s3: { putObject: read('s3Kms', 'calls', 'heldFor'), getObject: read('s3Kms') },
  ebs: {
    createVolume: read('recordedTrails', 'failure'),
    attachVolume: read('recordedTrails', 'failure'),
    detachVolume: read('recordedTrails', 'caller', 'failure'),
    launchInstance: read('recordedTrails', 'order'),
    createSnapshot: read('ebsKms'),
    copySnapshot: read('ebsRequirements', 'calls', 'failure'),
    shareSnapshot: read('measured'),
  },
  rds: {
    createDatabase: read('rdsKms', 'order', 'grant', 'grantee'),
    createSnapshot: read('rdsKms', 'calls'),
    copySnapshot: read('rdsKms', 'calls', 'order', 'grant', 'grantee'),
    shareSnapshot: read('rdsKms', 'failure'),
  },
  dynamodb: {
    createTable: read('dynamodbKms', 'failure'),
    putItem: read('dynamodbKms', 'failure'),
    getItem: read('dynamodbKms', 'failure'),
    deleteTable: read('dynamodbKms', 'caller', 'failure'),
  },
  secretsManager: {
    createSecret: read('secretEncryption', 'calls', 'order'),
    getSecretValue: read('secretEncryption'),
    putSecretValue: read('secretEncryption'),
  },
  parameterStore: {
    putParameter: read('parameterStoreKms'),
    getParameter: read('parameterStoreKms'),
  },
  sqs: { sendMessage: read('sqsKeyManagement'), receiveMessage: read('sqsKeyManagement') },
  sns: {
    publish: read('snsKeyManagement'),
    deliverToQueue: read('sqsKeyManagement', 'failure'),
  },
  lambda: {
    createFunction: read('lambdaEnvironment', 'order', 'grant', 'failure'),
    updateFunction: read('lambdaEnvironment', 'order', 'grant', 'failure'),
    invoke: read('measured'),
  },
  cloudWatchLogs: {
    createLogGroup: read('logsKms', 'calls'),
    putLogEvents: read('logsKms', 'calls', 'failure'),
    getLogEvents: read('logsKms', 'calls', 'failure'),
  },
  cloudTrail: { deliverLogFile: read('cloudTrailKms', 'failure'), readLogFile: read('s3Kms') },
  efs: {
    createFileSystem: read('efsKms', 'order', 'grant', 'grantee', 'failure'),
    mountFileSystem: read('efsKms', 'caller', 'failure'),
  },
  kinesis: { putRecord: read('kinesisPermissions'), getRecords: read('kinesisPermissions') },
};
