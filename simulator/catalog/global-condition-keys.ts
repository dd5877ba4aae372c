import type { GlobalConditionKey } from './types.ts';

const source = 'iamConditionKeys';
const string = { type: 'String', multivalued: false, source } as const;
const strings = { type: 'ArrayOfString', multivalued: true, source } as const;
const arn = { type: 'ARN', multivalued: false, source } as const;
const bool = { type: 'Bool', multivalued: false, source } as const;
const date = { type: 'Date', multivalued: false, source } as const;
const numeric = { type: 'Numeric', multivalued: false, source } as const;
const ip = { type: 'IPAddress', multivalued: false, source } as const;

/** The global condition keys that matter with KMS, and when a request has them. */
export const globalConditionKeys = {
  'aws:CalledVia': { ...strings, present: 'calledByService' },
  'aws:CalledViaFirst': { ...string, present: 'calledByService' },
  'aws:CalledViaLast': { ...string, present: 'calledByService' },
  'aws:CurrentTime': { ...date, present: 'always' },
  'aws:EpochTime': { ...date, present: 'always' },
  'aws:MultiFactorAuthAge': { ...numeric, present: 'mfaChecked' },
  'aws:MultiFactorAuthPresent': { ...bool, present: 'temporaryCredentials' },
  'aws:PrincipalAccount': { ...string, present: 'anyPrincipal' },
  'aws:PrincipalArn': { ...arn, present: 'anyPrincipal' },
  'aws:PrincipalIsAWSService': { ...bool, present: 'always' },
  'aws:PrincipalOrgID': { ...string, present: 'organizationMember' },
  'aws:PrincipalOrgPaths': { ...strings, present: 'organizationMember' },
  'aws:PrincipalServiceName': { ...string, present: 'servicePrincipal' },
  'aws:PrincipalTag/': { ...string, suffixed: true, present: 'principalTags' },
  'aws:PrincipalType': { ...string, present: 'always' },
  'aws:RequestedRegion': { ...string, present: 'always' },
  'aws:RequestTag/': { ...string, suffixed: true, present: 'requestTags' },
  'aws:ResourceAccount': { ...string, present: 'always' },
  'aws:ResourceOrgID': { ...string, present: 'organizationResource' },
  'aws:ResourceTag/': { ...string, suffixed: true, present: 'resourceTags' },
  'aws:SecureTransport': { ...bool, present: 'always' },
  'aws:SourceAccount': { ...string, present: 'calledByServiceForResource' },
  'aws:SourceArn': { ...arn, present: 'calledByServiceForResource' },
  'aws:SourceIp': { ...ip, present: 'outsideVpcEndpoint' },
  'aws:SourceOrgID': { ...string, present: 'calledByServiceForResource' },
  'aws:SourceVpc': { ...string, present: 'vpcEndpoint' },
  'aws:SourceVpce': { ...string, present: 'vpcEndpoint' },
  'aws:TagKeys': { ...strings, present: 'requestTags' },
  'aws:TokenIssueTime': { ...date, present: 'temporaryCredentials' },
  'aws:UserAgent': { ...string, present: 'userAgentSent' },
  'aws:userid': { ...string, present: 'always' },
  'aws:username': { ...string, present: 'iamUser' },
  'aws:ViaAWSService': { ...bool, present: 'always' },
  'aws:VpcSourceIp': { ...ip, present: 'vpcEndpoint' },
} as const satisfies Record<`aws:${string}`, GlobalConditionKey>;
