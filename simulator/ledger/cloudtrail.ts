/*
 * What CloudTrail shows of the world's trail. Records are made when they are asked for, one call at a time, so that a
 * long trail costs nothing until somebody looks.
 */
import { operations } from '../catalog/operations.ts';
import type { Operation } from '../catalog/types.ts';
import { parseArn } from '../match/arn.ts';
import { Random } from '../world/random.ts';
import type { TrailRecord } from '../world/trail.ts';
import { keyArns, lowered, requestParameters, responseElements } from './cloudtrail-members.ts';
import {
  awsInternal,
  callingService,
  foreignIdentity,
  type UserIdentity,
  userIdentity,
} from './user-identity.ts';

type Members = Readonly<Record<string, unknown>>;

export interface CloudTrailResource {
  readonly accountId: string;
  /** Of aliases as well. */
  readonly type: 'AWS::KMS::Key';
  readonly ARN: string;
}

/** One event, with the members that CloudTrail gives it. */
export interface CloudTrailEvent {
  readonly eventVersion: string;
  readonly userIdentity: UserIdentity;
  readonly eventTime: string;
  readonly eventSource: 'kms.amazonaws.com';
  readonly eventName: string;
  readonly awsRegion: string;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly requestParameters: Members | null;
  readonly responseElements: Members | null;
  readonly additionalEventData?: Members;
  readonly requestID?: string;
  readonly eventID: string;
  readonly readOnly: boolean;
  readonly resources: readonly CloudTrailResource[];
  readonly eventType: 'AwsApiCall' | 'AwsServiceEvent';
  readonly managementEvent: true;
  readonly recipientAccountId: string;
  readonly sharedEventID?: string;
  readonly vpcEndpointId?: string;
  readonly vpcEndpointAccountId?: string;
  readonly serviceEventDetails?: Members;
  readonly eventCategory: 'Management';
  readonly tlsDetails?: Members;
}

/** What a caller has that says nothing of its address and client: values of AWS's own examples. */
const unsaid = { address: '192.0.2.0', agent: 'aws-sdk' } as const;

/**
 * The events that a record of the trail makes: one in the caller's account; for a call on another account's key that
 * succeeded one in the owner's, too; and what multi-Region operations leave in the other Region.
 */
export function cloudTrailEvents(record: TrailRecord): CloudTrailEvent[] {
  if (record.kind === 'serviceEvent') return [serviceEvent(record)];
  const owners = new Set(keyArns(record).map((arn) => accountOf(arn)));
  const others = [...owners].filter((account) => account !== record.account);
  const succeeded = record.error === null;
  const shared = succeeded && others.length > 0 ? derivedId(record, 'shared') : null;
  const events: CloudTrailEvent[] = [];
  // A service principal has no trail of its own here.
  const recipients = record.account === null ? others : [record.account, ...(succeeded ? others : [])];
  for (const recipient of recipients) events.push(callEvent(record, recipient, shared));
  const [first] = events;
  if (first !== undefined && succeeded) events.push(...elsewhere(record, first));
  return events;
}

/** An account's events, oldest first; null: those of all accounts. */
export function* cloudTrail(
  trail: Iterable<TrailRecord>,
  account: string | null = null,
): Generator<CloudTrailEvent, void> {
  for (const record of trail) {
    for (const event of cloudTrailEvents(record)) {
      if (account === null || event.recipientAccountId === account) yield event;
    }
  }
}

function callEvent(record: TrailRecord, recipient: string, shared: string | null): CloudTrailEvent {
  const { name, caller, error, details, requestId, region } = record;
  const isOwn = record.account === recipient || record.account === null;
  const service = callingService(record);
  return {
    eventVersion,
    userIdentity: isOwn ? userIdentity(record) : foreignIdentity(record),
    eventTime: eventTime(record.at),
    eventSource: 'kms.amazonaws.com',
    eventName: name,
    awsRegion: region,
    sourceIPAddress: service ?? caller?.sourceIp ?? unsaid.address,
    userAgent: service ?? caller?.userAgent ?? unsaid.agent,
    ...(error !== null && { errorCode: errorCode(error.name), errorMessage: error.message }),
    requestParameters: requestParameters(record),
    responseElements: responseElements(record),
    ...(Object.keys(details).length > 0 && { additionalEventData: details }),
    ...(requestId !== null && { requestID: requestId }),
    eventID: isOwn ? record.eventId : derivedId(record, recipient),
    readOnly: isReadOnly(name),
    resources: resourcesOf(record),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: recipient,
    ...(shared !== null && { sharedEventID: shared }),
    ...(caller?.vpcEndpoint != null && {
      vpcEndpointId: caller.vpcEndpoint,
      ...(record.account !== null && { vpcEndpointAccountId: record.account }),
    }),
    eventCategory: 'Management',
    ...(service === null && {
      tlsDetails: {
        tlsVersion: 'TLSv1.3',
        cipherSuite: 'TLS_AES_128_GCM_SHA256',
        clientProvidedHostHeader: `kms.${region}.amazonaws.com`,
      },
    }),
  };
}

/** RotateKey, DeleteKey and the like: nobody called. */
function serviceEvent(record: TrailRecord): CloudTrailEvent {
  const account = record.account ?? '';
  return {
    eventVersion,
    userIdentity: { accountId: account, invokedBy: awsInternal },
    eventTime: eventTime(record.at),
    eventSource: 'kms.amazonaws.com',
    eventName: record.name,
    awsRegion: record.region,
    sourceIPAddress: awsInternal,
    userAgent: awsInternal,
    requestParameters: null,
    responseElements: responseElements(record),
    eventID: record.eventId,
    readOnly: false,
    resources: resourcesOf(record),
    eventType: 'AwsServiceEvent',
    managementEvent: true,
    recipientAccountId: account,
    ...(Object.keys(record.details).length > 0 && { serviceEventDetails: record.details }),
    eventCategory: 'Management',
  };
}

/** The other Region in which a call leaves an event: the one that ReplicateKey and UpdatePrimaryRegion name. */
export function otherRegionOf({ name, parameters }: TrailRecord): string | null {
  if (name !== 'ReplicateKey' && name !== 'UpdatePrimaryRegion') return null;
  const region = parameters?.[name === 'ReplicateKey' ? 'ReplicaRegion' : 'PrimaryRegion'];
  return typeof region === 'string' ? region : null;
}

/** What such a call leaves there. */
function elsewhere(record: TrailRecord, event: CloudTrailEvent): CloudTrailEvent[] {
  const { name, parameters, response } = record;
  const region = otherRegionOf(record);
  if (region === null) return [];
  const { tlsDetails: _, additionalEventData: __, ...rest } = event;
  const there: CloudTrailEvent = {
    ...rest,
    awsRegion: region,
    eventID: derivedId(record, region),
    userIdentity: { ...event.userIdentity, invokedBy: 'kms.amazonaws.com' },
    userAgent: awsInternal,
  };
  if (name === 'UpdatePrimaryRegion') {
    const keyId = keyArns(record).at(-1);
    // This one names its key by ARN, and no resources.
    const requestParameters = { ...event.requestParameters, keyId };
    return [{ ...there, requestParameters, responseElements: { keyId }, resources: [] }];
  }
  const metadata = response?.ReplicaKeyMetadata as Members | undefined;
  if (metadata === undefined) return [];
  const { Description, Origin, KeySpec, CustomerMasterKeySpec, KeyUsage, Arn } = metadata;
  const { Policy, BypassPolicyLockoutSafetyCheck = false } = parameters ?? {};
  return [
    {
      ...there,
      eventName: 'CreateKey',
      requestParameters: lowered({
        Description,
        Origin,
        BypassPolicyLockoutSafetyCheck,
        KeySpec,
        CustomerMasterKeySpec,
        KeyUsage,
        MultiRegion: true,
        ...(Policy !== undefined && { Policy }),
      }),
      responseElements: lowered({ KeyMetadata: metadata }),
      resources: typeof Arn === 'string' ? resource(Arn) : [],
    },
  ];
}

const eventVersion = '1.11';

function eventTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** CloudTrail has a name of its own for a denial. */
export function errorCode(exception: string): string {
  return exception === 'AccessDeniedException' ? 'AccessDenied' : exception;
}

/** KMS counts cryptographic operations among those that only read. */
function isReadOnly(name: string): boolean {
  const row: Operation | undefined = (operations as Readonly<Record<string, Operation>>)[name];
  return row?.group === 'cryptographic' || row?.accessLevel === 'Read' || row?.accessLevel === 'List';
}

/** UpdateAlias shows the alias and its new key; UpdatePrimaryRegion the key of the event's own Region. */
function resourcesOf(record: TrailRecord): CloudTrailResource[] {
  const { name, resources } = record;
  const [first, second, ...more] = resources;
  if (name === 'UpdateAlias' && more.length > 0) return [first, ...more].flatMap(resource);
  if (name === 'UpdatePrimaryRegion' && second !== undefined) return resource(first);
  return resources.flatMap(resource);
}

function resource(arn: string | undefined): CloudTrailResource[] {
  return arn === undefined ? [] : [{ accountId: accountOf(arn), type: 'AWS::KMS::Key', ARN: arn }];
}

function accountOf(arn: string): string {
  return parseArn(arn)?.account ?? '';
}

/** Another id for the same call, the same whenever it is asked for. */
function derivedId({ eventId }: TrailRecord, purpose: string): string {
  return new Random(eventId, purpose).uuid();
}
