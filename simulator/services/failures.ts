/* How services hand on what KMS answered: the names of their own API references, null where none is simulated. */
import type { ServiceError } from '../operations/framework/refusal.ts';
import type { ServiceFailure } from './types.ts';

type Names = Readonly<Record<string, string>>;

export interface FailureRow {
  /** The service's name for an exception of KMS. */
  readonly names: Names;
  /** For any other exception. */
  readonly otherwise?: string;
  /** Said instead of KMS's own message when access is denied. */
  readonly denied?: string;
}

const withPrefix: Names = {
  AccessDeniedException: 'KMSAccessDeniedException',
  DisabledException: 'KMSDisabledException',
  KMSInvalidStateException: 'KMSInvalidStateException',
  NotFoundException: 'KMSNotFoundException',
};

const accessToKms = {
  names: { AccessDeniedException: 'AccessDeniedException' },
  denied: 'Access to KMS is not allowed',
} as const;

export const failures = {
  s3: {
    names: {
      AccessDeniedException: 'AccessDenied',
      DisabledException: 'KMS.DisabledException',
      KMSInvalidStateException: 'KMS.KMSInvalidStateException',
      NotFoundException: 'KMS.NotFoundException',
    },
  },
  writingSecret: { ...accessToKms, otherwise: 'EncryptionFailure' },
  readingSecret: { ...accessToKms, otherwise: 'DecryptionFailure' },
  sqs: {
    names: {
      AccessDeniedException: 'KMS.AccessDeniedException',
      DisabledException: 'KMS.DisabledException',
      InvalidKeyUsageException: 'KMS.InvalidKeyUsageException',
      KMSInvalidStateException: 'KMS.InvalidStateException',
      NotFoundException: 'KMS.NotFoundException',
    },
  },
  sns: {
    names: {
      AccessDeniedException: 'KMSAccessDenied',
      DisabledException: 'KMSDisabled',
      KMSInvalidStateException: 'KMSInvalidState',
      NotFoundException: 'KMSNotFound',
    },
  },
  ssm: { names: { AccessDeniedException: 'AccessDeniedException' }, otherwise: 'InvalidKeyId' },
  withPrefix: { names: withPrefix },
  notSimulated: { names: {} },
} as const satisfies Record<string, FailureRow>;

/** The service's own refusal for what KMS answered. */
export function failureOf(row: FailureRow, kms: ServiceError): ServiceFailure {
  const name = row.names[kms.name] ?? row.otherwise ?? null;
  const message = kms.name === 'AccessDeniedException' ? (row.denied ?? kms.message) : kms.message;
  return { name, message, kms };
}
