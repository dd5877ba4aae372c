/* What can be done with each AWS service of the simulator, and what a reader has to say for it. */
import type { ServiceName, VerbName } from '@/simulator/index.ts';

export interface VerbRow {
  /** What it is called by the service's own API. */
  readonly name: string;
  /** Texts that must be there, with what stands in them at first. */
  readonly texts: Readonly<Record<string, string>>;
  /** It reads, attaches or changes what another verb stored. */
  readonly needsStored?: true;
  /** A key can be chosen for it. */
  readonly choosesKey?: true;
}

type Rows = { readonly [Name in ServiceName]: { readonly [Verb in VerbName<Name>]: VerbRow } };

const content = 'Hello, world';

export const serviceVerbs = {
  s3: {
    putObject: {
      name: 'PutObject',
      texts: { bucket: 'amzn-s3-demo-bucket', key: 'report.csv', content },
      choosesKey: true,
    },
    getObject: { name: 'GetObject', texts: {}, needsStored: true },
  },
  ebs: {
    createVolume: { name: 'CreateVolume', texts: { id: 'vol-0abc1234def567890' }, choosesKey: true },
    attachVolume: { name: 'AttachVolume', texts: { instanceId: 'i-1234567890abcdef0' }, needsStored: true },
  },
  rds: {
    createDatabase: { name: 'CreateDBInstance', texts: { id: 'db-ABCDEFGHIJKL01234' }, choosesKey: true },
  },
  dynamodb: {
    createTable: { name: 'CreateTable', texts: { name: 'orders' }, choosesKey: true },
    putItem: { name: 'PutItem', texts: { content }, needsStored: true },
    getItem: { name: 'GetItem', texts: {}, needsStored: true },
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
    getSecretValue: { name: 'GetSecretValue', texts: {}, needsStored: true },
  },
  parameterStore: {
    putParameter: { name: 'PutParameter', texts: { name: '/app/token', content }, choosesKey: true },
    getParameter: { name: 'GetParameter', texts: {}, needsStored: true },
  },
  sqs: {
    sendMessage: { name: 'SendMessage', texts: { name: 'jobs', content }, choosesKey: true },
    receiveMessage: { name: 'ReceiveMessage', texts: {}, needsStored: true },
  },
  sns: { publish: { name: 'Publish', texts: { name: 'alerts', content }, choosesKey: true } },
  lambda: {
    createFunction: {
      name: 'CreateFunction',
      texts: { name: 'resize', role: '', environment: 'STAGE=test' },
      choosesKey: true,
    },
    invoke: { name: 'Invoke, from a cold start', texts: {}, needsStored: true },
  },
  cloudWatchLogs: {
    putLogEvents: { name: 'PutLogEvents', texts: { group: '/app/web', content }, choosesKey: true },
    getLogEvents: { name: 'GetLogEvents', texts: {}, needsStored: true },
  },
  cloudTrail: {
    deliverLogFile: {
      name: 'Delivery of a log file',
      texts: { trail: 'management-events', bucket: 'amzn-s3-demo-logs', key: 'log.json.gz', content: '{}' },
      choosesKey: true,
    },
    readLogFile: { name: 'Reading the log file', texts: {}, needsStored: true },
  },
  efs: {
    createFileSystem: { name: 'CreateFileSystem', texts: { id: 'fs-0123456789abcdef0' }, choosesKey: true },
    mountFileSystem: { name: 'Mounting the file system', texts: {}, needsStored: true },
  },
  kinesis: {
    putRecord: { name: 'PutRecord', texts: { name: 'clicks', content }, choosesKey: true },
    getRecords: { name: 'GetRecords', texts: {}, needsStored: true },
  },
} as const satisfies Rows;

const rows: Readonly<Record<string, Readonly<Record<string, VerbRow>>>> = serviceVerbs;

/** The row of a verb by its names; undefined for what there is not. */
export function findVerb(service: string, verb: string): VerbRow | undefined {
  const verbs = Object.hasOwn(rows, service) ? rows[service] : undefined;
  return verbs !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
}
