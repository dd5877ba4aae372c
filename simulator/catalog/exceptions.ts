import type { Sourced } from './types.ts';

export interface ApiException extends Sourced {
  readonly httpStatus: 400 | 500;
  /** The answer carries this name with an empty message. */
  readonly emptyMessage?: true;
}

/** The exceptions of the service model. Almost every fault of the caller is HTTP 400, "not found" too. */
export const modeledExceptions = {
  AlreadyExistsException: { httpStatus: 400, source: 'serviceModel' },
  CloudHsmClusterInUseException: { httpStatus: 400, source: 'serviceModel' },
  CloudHsmClusterInvalidConfigurationException: { httpStatus: 400, source: 'serviceModel' },
  CloudHsmClusterNotActiveException: { httpStatus: 400, source: 'serviceModel' },
  CloudHsmClusterNotFoundException: { httpStatus: 400, source: 'serviceModel' },
  CloudHsmClusterNotRelatedException: { httpStatus: 400, source: 'serviceModel' },
  ConflictException: { httpStatus: 400, source: 'serviceModel' },
  CustomKeyStoreHasCMKsException: { httpStatus: 400, source: 'serviceModel' },
  CustomKeyStoreInvalidStateException: { httpStatus: 400, source: 'serviceModel' },
  CustomKeyStoreNameInUseException: { httpStatus: 400, source: 'serviceModel' },
  CustomKeyStoreNotFoundException: { httpStatus: 400, source: 'serviceModel' },
  DependencyTimeoutException: { httpStatus: 500, source: 'serviceModel' },
  DisabledException: { httpStatus: 400, source: 'serviceModel' },
  DryRunOperationException: { httpStatus: 400, source: 'serviceModel' },
  ExpiredImportTokenException: { httpStatus: 400, source: 'serviceModel' },
  IncorrectKeyException: { httpStatus: 400, source: 'serviceModel' },
  IncorrectKeyMaterialException: { httpStatus: 400, source: 'serviceModel' },
  IncorrectTrustAnchorException: { httpStatus: 400, source: 'serviceModel' },
  InvalidAliasNameException: { httpStatus: 400, source: 'serviceModel' },
  InvalidArnException: { httpStatus: 400, source: 'serviceModel' },
  InvalidCiphertextException: { httpStatus: 400, emptyMessage: true, source: 'recorded' },
  InvalidGrantIdException: { httpStatus: 400, source: 'serviceModel' },
  InvalidGrantTokenException: { httpStatus: 400, source: 'serviceModel' },
  InvalidImportTokenException: { httpStatus: 400, source: 'serviceModel' },
  InvalidKeyUsageException: { httpStatus: 400, source: 'serviceModel' },
  InvalidMarkerException: { httpStatus: 400, source: 'serviceModel' },
  KeyUnavailableException: { httpStatus: 500, source: 'serviceModel' },
  KMSInternalException: { httpStatus: 500, source: 'serviceModel' },
  KMSInvalidMacException: { httpStatus: 400, emptyMessage: true, source: 'recorded' },
  KMSInvalidSignatureException: { httpStatus: 400, emptyMessage: true, source: 'recorded' },
  KMSInvalidStateException: { httpStatus: 400, source: 'serviceModel' },
  LimitExceededException: { httpStatus: 400, source: 'serviceModel' },
  MalformedPolicyDocumentException: { httpStatus: 400, source: 'serviceModel' },
  NotFoundException: { httpStatus: 400, source: 'serviceModel' },
  TagException: { httpStatus: 400, source: 'serviceModel' },
  UnsupportedOperationException: { httpStatus: 400, source: 'serviceModel' },
  XksKeyAlreadyInUseException: { httpStatus: 400, source: 'serviceModel' },
  XksKeyInvalidConfigurationException: { httpStatus: 400, source: 'serviceModel' },
  XksKeyNotFoundException: { httpStatus: 400, source: 'serviceModel' },
  XksProxyIncorrectAuthenticationCredentialException: { httpStatus: 400, source: 'serviceModel' },
  XksProxyInvalidConfigurationException: { httpStatus: 400, source: 'serviceModel' },
  XksProxyInvalidResponseException: { httpStatus: 400, source: 'serviceModel' },
  XksProxyUriEndpointInUseException: { httpStatus: 400, source: 'serviceModel' },
  XksProxyUriInUseException: { httpStatus: 400, source: 'serviceModel' },
  XksProxyUriUnreachableException: { httpStatus: 400, source: 'serviceModel' },
  XksProxyVpcEndpointServiceInUseException: { httpStatus: 400, source: 'serviceModel' },
  XksProxyVpcEndpointServiceInvalidConfigurationException: { httpStatus: 400, source: 'serviceModel' },
  XksProxyVpcEndpointServiceNotFoundException: { httpStatus: 400, source: 'serviceModel' },
} as const satisfies Record<string, ApiException>;

export type ModeledExceptionName = keyof typeof modeledExceptions;

/** Errors that any operation can answer; the service model does not list them. */
export const commonExceptions = {
  AccessDeniedException: { httpStatus: 400, source: 'commonErrors' },
  ExpiredTokenException: { httpStatus: 400, source: 'commonErrors' },
  IncompleteSignature: { httpStatus: 400, source: 'commonErrors' },
  MissingAuthenticationToken: { httpStatus: 400, source: 'commonErrors' },
  /** JSON of another type than the member has. */
  SerializationException: { httpStatus: 400, source: 'commonErrors', unverified: true },
  ThrottlingException: { httpStatus: 400, source: 'throttling' },
  UnknownOperationException: { httpStatus: 400, source: 'commonErrors', unverified: true },
  UnrecognizedClientException: { httpStatus: 400, source: 'commonErrors' },
  ValidationException: { httpStatus: 400, source: 'commonErrors' },
} as const satisfies Record<string, ApiException>;

export type ExceptionName = ModeledExceptionName | keyof typeof commonExceptions;
