/** Calls of other services that use a key for the caller, as error texts name them. */
const callsByService: Readonly<Record<string, readonly string[]>> = {
  s3: [
    'GetObject',
    'PutObject',
    'CopyObject',
    'HeadObject',
    'UploadPart',
    'UploadPartCopy',
    'CreateMultipartUpload',
    'CompleteMultipartUpload',
  ],
  secretsmanager: [
    'GetSecretValue',
    'PutSecretValue',
    'CreateSecret',
    'UpdateSecret',
    'RotateSecret',
    'ReplicateSecretToRegions',
  ],
  ssm: ['GetParameter', 'GetParameters', 'GetParametersByPath', 'GetParameterHistory', 'PutParameter'],
  sqs: ['SendMessage', 'SendMessageBatch', 'ReceiveMessage'],
  sns: ['Publish', 'PublishBatch'],
  dynamodb: [
    'GetItem',
    'PutItem',
    'UpdateItem',
    'DeleteItem',
    'Query',
    'Scan',
    'BatchGetItem',
    'BatchWriteItem',
    'CreateTable',
  ],
  kinesis: ['PutRecord', 'PutRecords', 'GetRecords'],
  ec2: [
    'CreateVolume',
    'RunInstances',
    'CopySnapshot',
    'CreateSnapshot',
    'CopyImage',
    'StartInstances',
    'AttachVolume',
  ],
  rds: ['CreateDBInstance', 'CreateDBCluster', 'CopyDBSnapshot', 'RestoreDBInstanceFromDBSnapshot'],
  lambda: [
    'Invoke',
    'CreateFunction',
    'UpdateFunctionConfiguration',
    'GetFunctionConfiguration',
    'GetFunction',
  ],
};

const services = new Map(
  Object.entries(callsByService).flatMap(([service, calls]) =>
    calls.map((call) => [call.toLowerCase(), service]),
  ),
);

/** The service that a call belongs to, where it uses keys for whoever calls. */
export function serviceOfCall(call: string): string | undefined {
  return services.get(call.toLowerCase());
}

const otherNames: Readonly<Record<string, string>> = {
  ebs: 'ec2',
  'ec2-frontend-api': 'ec2',
  'dynamodb-streams': 'dynamodb',
};

/** `s3.amazonaws.com` as kms:ViaService has it in a Region. */
export function viaServiceOf(service: string, region: string): string {
  const name = service.replace(/\.amazonaws\.com(?:\.cn)?$/, '');
  const [first = '', place] = name.split('.');
  const known = (Object.hasOwn(otherNames, first) ? otherNames[first] : undefined) ?? first;
  return `${known}.${place ?? region}.amazonaws.com`;
}
