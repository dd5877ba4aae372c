/* How services hand on what KMS answered: the names of their own API references, null where none is simulated. */
import type { SourceId } from '../catalog/types.ts';
import type { ServiceError } from '../operations/framework/refusal.ts';
import type { ServiceFailure } from './types.ts';

type Texts = Readonly<Record<string, string>>;

export interface FailureRow {
  /** Null: nothing was read, so nothing is named. */
  readonly source: SourceId | null;
  /** The service's name for an exception of KMS. */
  readonly names: Texts;
  /** For any other exception. */
  readonly otherwise?: string;
  /** Said in the place of KMS's own message, by KMS's exception; `otherwise` for any other. */
  readonly messages?: Texts;
  /** What comes between the exception and the message of KMS, where those follow. */
  readonly quoting?: string;
}

const withPrefix: Texts = {
  AccessDeniedException: 'KMSAccessDeniedException',
  DisabledException: 'KMSDisabledException',
  KMSInvalidStateException: 'KMSInvalidStateException',
  NotFoundException: 'KMSNotFoundException',
};

const secret = {
  source: 'measured',
  names: { AccessDeniedException: 'AccessDeniedException' },
  messages: { AccessDeniedException: 'Access to KMS is not allowed' },
} as const;

const undecryptable = (why: string): string =>
  `Lambda was unable to decrypt the environment variables because ${why}. Please check the function's KMS key settings.`;

export const failures = {
  s3: {
    source: 'measured',
    names: {
      AccessDeniedException: 'AccessDenied',
      DisabledException: 'KMS.DisabledException',
      InvalidKeyUsageException: 'KMS.InvalidKeyUsageException',
      KMSInvalidStateException: 'KMS.KMSInvalidStateException',
      NotFoundException: 'KMS.NotFoundException',
    },
  },
  writingSecret: { ...secret, otherwise: 'EncryptionFailure' },
  readingSecret: { ...secret, otherwise: 'DecryptionFailure' },
  sqs: {
    source: 'sqsKeyManagement',
    names: {
      AccessDeniedException: 'KMS.AccessDeniedException',
      DisabledException: 'KMS.DisabledException',
      InvalidKeyUsageException: 'KMS.InvalidKeyUsageException',
      KMSInvalidStateException: 'KMS.InvalidStateException',
      NotFoundException: 'KMS.NotFoundException',
      ThrottlingException: 'KMS.ThrottlingException',
    },
  },
  sns: {
    source: 'snsKeyManagement',
    names: {
      AccessDeniedException: 'KMSAccessDenied',
      DisabledException: 'KMSDisabled',
      KMSInvalidStateException: 'KMSInvalidState',
      NotFoundException: 'KMSNotFound',
      ThrottlingException: 'KMSThrottling',
    },
  },
  ssm: {
    source: 'parameterStoreKms',
    names: { AccessDeniedException: 'AccessDeniedException' },
    otherwise: 'InvalidKeyId',
  },
  kinesis: {
    source: 'kinesisPermissions',
    names: { ...withPrefix, ThrottlingException: 'KMSThrottlingException' },
  },
  lambda: {
    source: 'measured',
    names: withPrefix,
    quoting: '',
    messages: {
      AccessDeniedException: undecryptable('KMS access was denied'),
      DisabledException: undecryptable('the KMS key used is disabled'),
      KMSInvalidStateException: undecryptable('the KMS key used is in an invalid state for Decrypt'),
      NotFoundException: undecryptable('the KMS key was not found'),
    },
  },
  lambdaGrant: {
    source: 'measured',
    names: {},
    otherwise: 'InvalidParameterValueException',
    messages: {
      otherwise:
        'Lambda was unable to configure access to your environment variables because the KMS key is invalid for CreateGrant. Please check your KMS key settings.',
    },
    quoting: ' ',
  },
  /** The instance never starts: what its state says. */
  launch: {
    source: 'measured',
    names: {},
    otherwise: 'Client.InternalError',
    messages: { otherwise: 'Client error on launch' },
  },
  rds: { source: 'rdsKms', names: {}, otherwise: 'KMSKeyNotAccessibleFault' },
  notSimulated: { source: null, names: {} },
} as const satisfies Record<string, FailureRow>;

/** CloudWatch Logs, when a log group is to be associated with a key. */
export const logGroupFailure = (arn: string): FailureRow => {
  const message = `The specified KMS key does not exist or is not allowed to be used with Arn '${arn}'`;
  return {
    source: 'measured',
    names: {},
    otherwise: 'AccessDeniedException',
    messages: { otherwise: message },
  };
};

/** The service's own refusal for what KMS answered. */
export function failureOf(row: FailureRow, kms: ServiceError): ServiceFailure {
  const name = row.names[kms.name] ?? row.otherwise ?? null;
  const said = row.messages?.[kms.name] ?? row.messages?.otherwise;
  const quoted =
    row.quoting === undefined ? '' : ` KMS Exception: ${kms.name}${row.quoting}KMS Message: ${kms.message}`;
  return { name, message: said === undefined ? kms.message : said + quoted, kms };
}
