/* What can be done with each AWS service of the simulator, and what a reader has to say for it. */
import type { ServiceName, VerbName } from '@/simulator/index.ts';

export interface VerbRow {
  /** What it is called by the service's own API. */
  readonly name: string;
  /** Texts that must be there, with what stands in them at first. */
  readonly texts: Readonly<Record<string, string>>;
  /** It works on what another verb stored: the member of its input that takes it. Only `stored` must be there. */
  readonly takes?: 'reusing' | 'sharing' | 'snapshot' | 'stored';
  /** A key can be chosen for it. */
  readonly choosesKey?: true;
}

/** Not every verb of the simulator has to be offered. */
type Rows = { readonly [Name in ServiceName]?: { readonly [Verb in VerbName<Name>]?: VerbRow } };

const content = 'Hello, world';
const reads = (name: string) => ({ name, texts: {}, takes: 'stored' }) as const;

export const serviceVerbs = {
  s3: {
    putObject: {
      name: 'PutObject',
      texts: { bucket: 'amzn-s3-demo-bucket', key: 'report.csv', content },
      takes: 'sharing',
      choosesKey: true,
    },
    getObject: reads('GetObject'),
  },
  ebs: {
    createVolume: {
      name: 'CreateVolume',
      texts: { id: 'vol-0abc1234def567890' },
      takes: 'snapshot',
      choosesKey: true,
    },
    attachVolume: { name: 'AttachVolume', texts: { instanceId: 'i-1234567890abcdef0' }, takes: 'stored' },
    detachVolume: reads('DetachVolume'),
    launchInstance: {
      name: 'RunInstances with an encrypted volume',
      texts: { id: 'vol-0fedcba9876543210', instanceId: 'i-0598c7d356eba48d7' },
      choosesKey: true,
    },
    createSnapshot: { name: 'CreateSnapshot', texts: { id: 'snap-066877671789bd71b' }, takes: 'stored' },
    copySnapshot: {
      name: 'CopySnapshot',
      texts: { id: 'snap-0123456789abcdef0' },
      takes: 'stored',
      choosesKey: true,
    },
    shareSnapshot: reads('ModifySnapshotAttribute, to share it'),
  },
  rds: {
    createDatabase: { name: 'CreateDBInstance', texts: { id: 'db-ABCDEFGHIJKL01234' }, choosesKey: true },
    createSnapshot: { name: 'CreateDBSnapshot', texts: { id: 'rds:nightly' }, takes: 'stored' },
    copySnapshot: {
      name: 'CopyDBSnapshot',
      texts: { id: 'nightly-copy' },
      takes: 'stored',
      choosesKey: true,
    },
    shareSnapshot: reads('ModifyDBSnapshotAttribute, to share it'),
  },
  dynamodb: {
    createTable: { name: 'CreateTable', texts: { name: 'orders' }, choosesKey: true },
    putItem: { name: 'PutItem', texts: { content }, takes: 'stored' },
    getItem: reads('GetItem'),
    deleteTable: reads('DeleteTable'),
  },
  secretsManager: {
    createSecret: {
      name: 'CreateSecret',
      texts: {
        name: 'app/database',
        suffix: 'a1b2c3',
        versionId: 'EXAMPLE1-90ab-cdef-fedc-ba987EXAMPLE',
        content,
      },
      choosesKey: true,
    },
    getSecretValue: reads('GetSecretValue'),
    putSecretValue: {
      name: 'PutSecretValue',
      texts: { versionId: 'EXAMPLE2-90ab-cdef-fedc-ba987EXAMPLE', content },
      takes: 'stored',
    },
  },
  parameterStore: {
    putParameter: { name: 'PutParameter', texts: { name: '/app/token', content }, choosesKey: true },
    getParameter: reads('GetParameter'),
  },
  sqs: {
    sendMessage: {
      name: 'SendMessage',
      texts: { name: 'jobs', content },
      takes: 'reusing',
      choosesKey: true,
    },
    receiveMessage: reads('ReceiveMessage'),
  },
  sns: {
    publish: { name: 'Publish', texts: { name: 'alerts', content }, takes: 'reusing', choosesKey: true },
    deliverToQueue: {
      name: 'Delivery from a topic to a queue',
      texts: { topic: 'alerts', queue: 'jobs', content },
      choosesKey: true,
    },
  },
  lambda: {
    createFunction: {
      name: 'CreateFunction',
      texts: { name: 'resize', role: '', environment: 'STAGE=test' },
      choosesKey: true,
    },
    updateFunction: {
      name: 'UpdateFunctionConfiguration, to save the role',
      texts: { role: '' },
      takes: 'stored',
    },
    invoke: reads('Invoke, from a cold start'),
  },
  cloudWatchLogs: {
    createLogGroup: { name: 'CreateLogGroup', texts: { group: '/app/web' }, choosesKey: true },
    putLogEvents: { name: 'PutLogEvents', texts: { group: '/app/web', content }, choosesKey: true },
    getLogEvents: reads('GetLogEvents'),
  },
  cloudTrail: {
    deliverLogFile: {
      name: 'Delivery of a log file',
      texts: { trail: 'management-events', bucket: 'amzn-s3-demo-logs', key: 'log.json.gz', content: '{}' },
      choosesKey: true,
    },
    readLogFile: reads('Reading the log file'),
  },
  efs: {
    createFileSystem: { name: 'CreateFileSystem', texts: { id: 'fs-0123456789abcdef0' }, choosesKey: true },
    mountFileSystem: reads('Mounting the file system'),
  },
  kinesis: {
    putRecord: { name: 'PutRecord', texts: { name: 'clicks', content }, takes: 'reusing', choosesKey: true },
    getRecords: reads('GetRecords'),
  },
} as const satisfies Rows;

const rows: Readonly<Record<string, Readonly<Record<string, VerbRow>>>> = serviceVerbs;

/** The row of a verb by its names; undefined for what there is not. */
export function findVerb(service: string, verb: string): VerbRow | undefined {
  const verbs = Object.hasOwn(rows, service) ? rows[service] : undefined;
  return verbs !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
}
