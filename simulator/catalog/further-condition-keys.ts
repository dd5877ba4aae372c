import type { ConditionValueType } from './types.ts';

interface FurtherConditionKey {
  /** Null: not read in a source. */
  readonly type: ConditionValueType | null;
  readonly multivalued: boolean;
}

const string = { type: 'String', multivalued: false } as const;
const strings = { type: 'ArrayOfString', multivalued: true } as const;
const arn = { type: 'ARN', multivalued: false } as const;
const unread = { type: null, multivalued: false } as const;

/** The global condition keys that no KMS decision depends on: they exist, and a policy may name them. */
export const furtherConditionKeys = {
  'aws:AssumedRoot': unread,
  'aws:CalledViaAWSMCP': unread,
  'aws:ChatbotSourceArn': arn,
  'aws:Ec2InstanceSourcePrivateIPv4': { type: 'IPAddress', multivalued: false },
  'aws:Ec2InstanceSourceVpc': string,
  'aws:FederatedProvider': string,
  'aws:IsMcpServiceAction': unread,
  'aws:PrincipalServiceNamesList': strings,
  'aws:referer': string,
  'aws:ResourceOrgPaths': strings,
  'aws:SignInSessionArn': arn,
  'aws:SourceIdentity': string,
  'aws:SourceOrgPaths': strings,
  'aws:SourceVpcArn': arn,
  'aws:ViaAWSMCPService': unread,
  'aws:VpceAccount': string,
  'aws:VpceOrgID': string,
  'aws:VpceOrgPaths': strings,
} as const satisfies Readonly<Record<`aws:${string}`, FurtherConditionKey>>;

/** Keys in which a wildcard has no use. Source: IAM User Guide, sensitive condition keys. */
export const sensitiveConditionKeys: ReadonlySet<string> = new Set(
  [
    'aws:PrincipalAccount',
    'aws:PrincipalOrgID',
    'aws:ResourceAccount',
    'aws:ResourceOrgID',
    'aws:SourceAccount',
    'aws:SourceOrgID',
    'aws:SourceVpc',
    'aws:SourceVpce',
    'aws:VpceAccount',
    'aws:VpceOrgID',
  ].map((key) => key.toLowerCase()),
);
