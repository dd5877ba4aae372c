/** Where a row of the catalog was read, and when it was last checked there. */
export interface Source {
  readonly page: string;
  readonly url: string;
  /** The state that was read: a year, a month or a day, as exact as it is known (ISO 8601). */
  readonly checked: string;
}

/** The rows of `sources`. */
export type SourceId =
  | 'serviceModel'
  | 'serviceAuthorization'
  | 'permissions'
  | 'conditionKeys'
  | 'globalConditionKeys'
  | 'iamConditionKeys'
  | 'accountRegions'
  | 'defaultRegions'
  | 'iamOperators'
  | 'policyChecks'
  | 'rcpServices'
  | 'regions'
  | 'iamMultivalued'
  | 'keyConcepts'
  | 'keySpecs'
  | 'keyStates'
  | 'keyPolicies'
  | 'defaultKeyPolicy'
  | 'viewKeyPolicy'
  | 'encryptionContext'
  | 'grants'
  | 'createGrant'
  | 'rotation'
  | 'onDemandRotation'
  | 'importKeyMaterial'
  | 'multiRegion'
  | 'requestQuotas'
  | 'resourceQuotas'
  | 'throttling'
  | 'pricing'
  | 'services'
  | 'commonErrors'
  | 'recorded'
  | 'measured'
  | 'exportedKeyPolicies'
  | 'recordedTrails'
  | 's3Kms'
  | 'ebsKms'
  | 'ebsRequirements'
  | 'rdsKms'
  | 'dynamodbKms'
  | 'secretEncryption'
  | 'parameterStoreKms'
  | 'sqsKeyManagement'
  | 'snsKeyManagement'
  | 'lambdaEnvironment'
  | 'logsKms'
  | 'cloudTrailKms'
  | 'efsKms'
  | 'kinesisPermissions';

/** What every row of every table carries. `unverified`: not read in a source, so do not rely on it. */
export interface Sourced {
  readonly source: SourceId;
  readonly unverified?: true;
}

export type OperationName =
  | 'CancelKeyDeletion'
  | 'ConnectCustomKeyStore'
  | 'CreateAlias'
  | 'CreateCustomKeyStore'
  | 'CreateGrant'
  | 'CreateKey'
  | 'Decapsulate'
  | 'Decrypt'
  | 'DeleteAlias'
  | 'DeleteCustomKeyStore'
  | 'DeleteImportedKeyMaterial'
  | 'DeriveSharedSecret'
  | 'DescribeCustomKeyStores'
  | 'DescribeKey'
  | 'DisableKey'
  | 'DisableKeyRotation'
  | 'DisconnectCustomKeyStore'
  | 'EnableKey'
  | 'EnableKeyRotation'
  | 'Encapsulate'
  | 'Encrypt'
  | 'GenerateDataKey'
  | 'GenerateDataKeyPair'
  | 'GenerateDataKeyPairWithoutPlaintext'
  | 'GenerateDataKeyWithoutPlaintext'
  | 'GenerateMac'
  | 'GenerateRandom'
  | 'GetKeyLastUsage'
  | 'GetKeyPolicy'
  | 'GetKeyRotationStatus'
  | 'GetParametersForImport'
  | 'GetPublicKey'
  | 'ImportKeyMaterial'
  | 'ListAliases'
  | 'ListGrants'
  | 'ListKeyPolicies'
  | 'ListKeyRotations'
  | 'ListKeys'
  | 'ListResourceTags'
  | 'ListRetirableGrants'
  | 'PutKeyPolicy'
  | 'ReEncrypt'
  | 'ReplicateKey'
  | 'RetireGrant'
  | 'RevokeGrant'
  | 'RotateKeyOnDemand'
  | 'ScheduleKeyDeletion'
  | 'Sign'
  | 'TagResource'
  | 'UntagResource'
  | 'UpdateAlias'
  | 'UpdateCustomKeyStore'
  | 'UpdateKeyDescription'
  | 'UpdatePrimaryRegion'
  | 'Verify'
  | 'VerifyMac';

type AccessLevel = 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging';

type OperationGroup =
  | 'aliases'
  | 'cryptographic'
  | 'customKeyStores'
  | 'deletion'
  | 'grants'
  | 'importedKeyMaterial'
  | 'keyPolicies'
  | 'keys'
  | 'multiRegion'
  | 'rotation'
  | 'tags';

/** One permission that an operation asks for, and on what. */
interface Permission {
  readonly action: `${string}:${string}`;
  readonly on:
    | 'account'
    | 'alias'
    | 'destinationKey'
    | 'key'
    | 'newKey'
    | 'replicaKey'
    | 'replicaRegion'
    | 'sourceKey';
  /** Asked only if the request has tags, or makes a multi-Region key. */
  readonly when?: 'multiRegion' | 'tags';
}

/** Something an operation does that its members and exceptions do not show. */
type OperationBehavior =
  | 'algorithmRequiredForAsymmetric'
  | 'becomesDisabled'
  | 'becomesPendingImport'
  | 'becomesUpdating'
  | 'createsAwsManagedKey'
  | 'currentMaterialByDefault'
  | 'customerManagedOnly'
  | 'defaultsToSymmetric'
  | 'dryRunIgnoresCiphertext'
  | 'emptyWhenNotRotatable'
  | 'falseWhenNotRotatable'
  | 'idempotent'
  | 'idempotentByName'
  | 'includesAwsManaged'
  | 'keyIdOptionalForSymmetric'
  | 'keyStoreDisconnected'
  | 'keyStoreEmpty'
  | 'keyUnaffected'
  | 'missingTagIsSilent'
  | 'noGrantToken'
  | 'oneReplicaPerRegion'
  | 'onlyDefaultPolicy'
  | 'primaryOnly'
  | 'replacesPeriod'
  | 'replacesWholePolicy'
  | 'safetyCheck'
  | 'sameAccountAndRegion'
  | 'sameKeyTypeAndUsage'
  | 'throwsWhenInvalid'
  | 'trackedSinceApril2026'
  | 'twoKeys'
  | 'uniqueAliasName';

export interface Operation extends Sourced {
  readonly group: OperationGroup;
  /** Null: AWS has not published it yet. */
  readonly accessLevel: AccessLevel | null;
  /** Resource types of the permission; `none`: IAM policies with Resource `*` only. */
  readonly resource: 'aliasAndKey' | 'aliasAndTwoKeys' | 'key' | 'none';
  /** `ownPrincipal`: the principal asked for must be in the caller's account, the keys need not be. */
  readonly crossAccount: 'no' | 'notApplicable' | 'ownPrincipal' | 'yes';
  /**
   * Where an Allow works. `keyPolicy`: key policy, or IAM when the key policy lets it; `aliasInIam`: the same for
   * the key, IAM only for the alias; `grant`: the grant itself decides.
   */
  readonly policyType: 'aliasInIam' | 'grant' | 'iamOnly' | 'keyPolicy';
  readonly permissions: readonly Permission[];
  /** `any`: key id, key ARN, alias name or alias ARN; `arnOrToken`: key ARN with GrantId, or a grant token. */
  readonly keyIdentifiers: 'any' | 'arnOrToken' | 'idOrArn' | 'none';
  readonly behavior: readonly OperationBehavior[];
}

export interface OperationMembers extends Sourced {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly response: readonly string[];
}

export interface OperationExceptions<Name extends string> extends Sourced {
  readonly exceptions: readonly Name[];
}

export type KeyFamily = 'symmetric' | 'rsa' | 'ecc' | 'hmac' | 'mlDsa' | 'mlKem' | 'sm2';

export type KeyUsage =
  | 'ENCRYPT_DECRYPT'
  | 'SIGN_VERIFY'
  | 'GENERATE_VERIFY_MAC'
  | 'KEY_AGREEMENT'
  | 'ENCAPSULATE_DECAPSULATE';

type KeyOrigin = 'AWS_KMS' | 'EXTERNAL' | 'AWS_CLOUDHSM' | 'EXTERNAL_KEY_STORE';

export type KeyState =
  | 'Creating'
  | 'Enabled'
  | 'Disabled'
  | 'PendingImport'
  | 'PendingDeletion'
  | 'PendingReplicaDeletion'
  | 'Unavailable'
  | 'Updating';

/** The three classes of KMS keys: who makes and manages them. */
export type KeyClass = 'customerManaged' | 'awsManaged' | 'awsOwned';

/** Types of condition key values, as in the service authorization reference. */
export type ConditionValueType =
  | 'ARN'
  | 'ArrayOfString'
  | 'Bool'
  | 'Date'
  | 'IPAddress'
  | 'Numeric'
  | 'String';

export type ConditionKeyOperations =
  /** Every operation on a key; with CreateKey; with CreateKey and the custom key store operations. */
  'keys' | 'keysAndCreateKey' | 'keysCreateKeyAndKeyStores' | readonly OperationName[];

export interface KmsConditionKey extends Sourced {
  readonly type: ConditionValueType;
  /** Needs `ForAnyValue` or `ForAllValues`. */
  readonly multivalued: boolean;
  readonly operations: ConditionKeyOperations;
  /** Expected to work with these too, but not documented. */
  readonly unverifiedOperations?: readonly OperationName[];
  readonly policies: 'iam' | 'keyAndIam';
  /** `derived`: KMS finds it out; `request`: a request parameter; `resource`: a property of the key. */
  readonly from: 'derived' | 'request' | 'resource';
  /** Absent when the request does not send it, although the parameter has a default. */
  readonly absentWhenNotSent?: true;
  /** The name goes on after the colon: a context key, or a register of an attestation document. */
  readonly suffixed?: true;
  readonly deprecatedFor?: `kms:${string}`;
  /** When it came, if lately. */
  readonly since?: string;
  readonly values?: readonly string[];
}

export interface GlobalConditionKey extends Sourced {
  readonly type: ConditionValueType;
  readonly multivalued: boolean;
  readonly suffixed?: true;
  readonly present:
    | 'always'
    | 'anyPrincipal'
    | 'calledByService'
    | 'calledByServiceForResource'
    | 'iamUser'
    | 'mfaChecked'
    | 'organizationMember'
    | 'organizationResource'
    | 'outsideVpcEndpoint'
    | 'requestTags'
    | 'resourceTags'
    | 'principalTags'
    | 'servicePrincipal'
    | 'temporaryCredentials'
    | 'userAgentSent'
    | 'vpcEndpoint';
}

export interface KeySpecRow extends Sourced {
  readonly family: KeyFamily;
  readonly usages: readonly KeyUsage[];
  /** Where its key material may come from. */
  readonly origins: readonly KeyOrigin[];
  readonly regions: 'all' | 'chinaOnly' | 'notChina';
  /** The curve by its other name. */
  readonly curve?: string;
  readonly since?: string;
}

export interface Algorithm extends Sourced {
  readonly usage: KeyUsage;
  readonly keySpecs: readonly string[];
  /** Bytes of the digest that `MessageType: DIGEST` must have, or of the MAC. */
  readonly outputBytes?: number;
  readonly messageTypes?: readonly ('RAW' | 'DIGEST' | 'EXTERNAL_MU')[];
}
