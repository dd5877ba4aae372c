import type { analyzerRules } from '../findings/analyzer/all.ts';
import type { ProblemFindingCode } from '../findings/analyzer/problems.ts';

type Code = (typeof analyzerRules)[number]['code'] | ProblemFindingCode;
type Data = Readonly<Record<string, string>>;
type Sentence = (data: Data) => string;

const fixed =
  (sentence: string): Sentence =>
  () =>
    sentence;

/** What is wrong with the JSON, by the reader's reason. */
const syntax: Readonly<Record<string, string>> = {
  empty: 'There is no policy here.',
  unterminatedString: 'This string has no closing quotation mark.',
  badEscape: 'There is no such escape in JSON.',
  controlCharacter: 'A control character has to be written as an escape.',
  expectedName: 'The name of an element is missing here.',
  expectedColon: 'A colon and a value are missing after this name.',
  expectedValue: 'A value is missing here.',
  expectedComma: 'A comma is missing here.',
  trailingComma: 'JSON has no comma after the last item.',
  comment: 'JSON has no comments.',
  unclosed: 'This bracket is never closed.',
  bareWord: 'In JSON this has to stand in double quotation marks.',
  trailingText: 'There is more text after the end of the policy.',
  tooDeep: 'This is nested too deep.',
};

const elementSentences = {
  JSON_SYNTAX_ERROR: ({ reason = '', element }) =>
    reason === 'duplicate'
      ? `${element} is here more than once; AWS takes one.`
      : (syntax[reason] ?? 'This is not valid JSON.'),
  INVALID_POLICY_ELEMENT: ({ element, expected }) =>
    expected === undefined
      ? `A policy has no element ${element} here.`
      : `The element is called ${expected}, not ${element}.`,
  DATA_TYPE_MISMATCH: ({ element = 'A policy', expected = 'object', found }) =>
    `${element} is to be ${article(expected)}, not ${article(found ?? 'value')}.`,
  INVALID_VERSION: ({ found }) => `There is no policy version ${found}; use 2012-10-17.`,
  MISSING_VERSION: fixed(
    'The policy has no Version. AWS then takes the language of 2008, in which policy variables are plain text.',
  ),
  MISSING_STATEMENT: fixed('The policy has no statement.'),
  MISSING_EFFECT: fixed('The statement has no Effect: it needs Allow or Deny.'),
  INVALID_EFFECT: ({ found }) => `Effect is Allow or Deny, written so; not ${found}.`,
  MISSING_PRINCIPAL: fixed('The statement has no Principal.'),
  UNSUPPORTED_PRINCIPAL: fixed(
    'This kind of policy has no Principal: it speaks of whoever it is attached to.',
  ),
  INVALID_PRINCIPAL_KEY: ({ found, known }) => `There is no principal type ${found}; the types are ${known}.`,
  INVALID_PRINCIPAL_FORMAT: fixed('A principal needs its type, as in { "AWS": "111122223333" }.'),
  MISSING_ACTION: fixed('The statement has no Action.'),
  MISSING_RESOURCE: fixed('The statement has no Resource.'),
  UNSUPPORTED_ELEMENT_COMBINATION: ({ element, opposite }) =>
    `A statement has ${element} or ${opposite}, not both.`,
  EMPTY_SID_VALUE: fixed('The Sid is empty: give the statement a name or leave the Sid out.'),
  UNSUPPORTED_SID: ({ sid }) => `In an IAM policy a Sid has letters and digits only; "${sid}" has others.`,
  UNIQUE_SIDS_REQUIRED: ({ sid }) => `An earlier statement has the Sid ${sid}; here each stands once.`,
  UNIQUE_SIDS_RECOMMENDED: ({ sid }) => `An earlier statement has the Sid ${sid} too.`,
  REDUNDANT_STATEMENT: fixed('An earlier statement says the same.'),
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: ({ size, limit }) =>
    `The policy has ${size} characters without white space; a managed policy may have ${limit}.`,
  POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA: ({ size, limit }) =>
    `The policy has ${size} bytes; a bucket policy may have ${limit}.`,
  POLICY_SIZE_EXCEEDS_SCP_QUOTA: ({ size, limit }) =>
    `The policy has ${size} characters; a service control policy may have ${limit}.`,
  POLICY_SIZE_EXCEEDS_RCP_QUOTA: ({ size, limit }) =>
    `The policy has ${size} characters; a resource control policy may have ${limit}.`,
  EMPTY_ARRAY_ACTION: ({ element }) => `${element} is empty, so the statement is about nothing.`,
  EMPTY_ARRAY_RESOURCE: ({ element }) => `${element} is empty, so the statement is about nothing.`,
  EMPTY_ARRAY_PRINCIPAL: fixed('This list of principals is empty.'),
  EMPTY_OBJECT_PRINCIPAL: fixed('The statement names no principal, so it is about nobody.'),
  EMPTY_OBJECT_CONDITION: fixed('There is no condition in here.'),
  SCP_SYNTAX_ERROR_PRINCIPAL: fixed(
    'A service control policy has no Principal. Use the condition key aws:PrincipalArn.',
  ),
  RCP_SYNTAX_ERROR_PRINCIPAL: fixed(
    'The Principal of a resource control policy is always "*". Say in the Condition whom it is about.',
  ),
  RCP_SYNTAX_ERROR_ALLOW: fixed(
    'A resource control policy of yours can only deny. RCPFullAWSAccess, always attached, allows the rest.',
  ),
  RCP_SYNTAX_ERROR_NOTACTION: fixed(
    'A resource control policy has no NotAction; list the actions in Action.',
  ),
  RCP_SYNTAX_ERROR_ACTION: ({ action }) =>
    `${action} does not begin with a service that resource control policies know.`,
} as const satisfies Partial<Record<Code, Sentence>>;

const valueSentences = {
  INVALID_ACTION: ({ action, meant }) =>
    `There is no action ${action}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
  INVALID_SERVICE_IN_ACTION: ({ service, meant }) =>
    `There is no service ${service}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
  UNSUPPORTED_ACTION_IN_POLICY: ({ action }) =>
    `A key policy is asked about actions of KMS only; ${action} is none.`,
  WILDCARD_IN_SERVICE_NAME: ({ value }) =>
    `${value} has a wildcard in the service: services that come later may fit it too.`,
  REDUNDANT_ACTION: ({ action, by }) => `${by} covers ${action} already.`,
  REDUNDANT_RESOURCE: ({ value, by }) => `${by} covers ${value} already.`,
  INVALID_ARN_PREFIX: ({ arn }) => `${arn} is not an ARN: it has to begin with "arn:", or be "*".`,
  MISSING_ARN_FIELD: ({ arn }) =>
    `${arn} has too few parts: an ARN is arn:partition:service:region:account:resource.`,
  INVALID_PARTITION: ({ partition, known }) => `There is no partition ${partition}; there are ${known}.`,
  INVALID_ARN_SERVICE_CASE: ({ service }) => `The service in an ARN is in lower case; ${service} is not.`,
  MISSING_ARN_REGION: fixed('The ARN of a key or an alias has its Region in it.'),
  INVALID_ARN_REGION: ({ region }) => `There is no Region ${region}.`,
  MISSING_ARN_ACCOUNT: fixed('The ARN of a key or an alias has its account in it.'),
  INVALID_ARN_ACCOUNT: ({ account }) => `An account id has 12 digits; ${account} is none.`,
  INVALID_ARN_RESOURCE: ({ resource }) =>
    `An ARN of KMS ends with key/ and a key id or alias/ and a name, not with ${resource || 'nothing'}.`,
  UNSUPPORTED_RESOURCE_ARN_IN_POLICY: ({ service }) =>
    `A key policy is about its key; an ARN of ${service} never matches.`,
  ALLOW_WITH_NOT_PRINCIPAL: fixed(
    'Allow with NotPrincipal allows everybody who is not listed, strangers included. List who may in Principal.',
  ),
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: ({ value }) =>
    `${value}: a principal is named in full or is "*"; a wildcard in it matches nobody and AWS refuses it. Use aws:PrincipalArn in the Condition.`,
  INVALID_ROLE_REFERENCE: ({ id }) =>
    `${id} is the id of a role, often of a deleted one. Name the role by its ARN.`,
  INVALID_USER_REFERENCE: ({ id }) =>
    `${id} is the id of a user, often of a deleted one. Name the user by its ARN.`,
  FEDERATED_PRINCIPAL_NOT_SUPPORTED: ({ value }) =>
    `A key policy cannot name the identity provider ${value}. Name the role that its users take on.`,
  INVALID_SERVICE_PRINCIPAL_FORMAT: ({ value }) =>
    `${value} is not written like a service principal, such as s3.amazonaws.com.`,
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL: ({ value }) =>
    `${value} may act here for anybody's resources. Bind it with aws:SourceArn, aws:SourceAccount or aws:SourceOrgID.`,
  RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: ({ key, service }) =>
    `To bound ${service}, use aws:SourceArn, aws:SourceAccount or aws:SourceOrgID rather than ${key}.`,
  UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: ({ key, service }) =>
    `A call by ${service} itself has no ${key}, so this never matches.`,
} as const satisfies Partial<Record<Code, Sentence>>;

const conditionSentences = {
  INVALID_CONDITION_OPERATOR: ({ operator }) => `There is no condition operator ${operator}.`,
  NULL_WITH_IF_EXISTS: fixed('Null itself asks whether a key is there: it cannot take IfExists.'),
  NULL_WITH_QUALIFIER: ({ operator = '' }) =>
    /^forall/i.test(operator)
      ? 'Null with ForAllValues always matches. Use Null alone.'
      : 'Null with ForAnyValue never matches. Use Null alone.',
  INVALID_CONDITION_KEY_FORMAT: ({ key }) => `${key} is not a condition key: those are written service:name.`,
  INVALID_GLOBAL_CONDITION_KEY: ({ key }) => `There is no global condition key ${key}.`,
  DEPRECATED_GLOBAL_CONDITION_KEY: fixed('aws:ARN is an old key. Use aws:PrincipalArn.'),
  INVALID_SERVICE_CONDITION_KEY: ({ key, service }) => `${service} has no condition key ${key}.`,
  INVALID_SERVICE: ({ service }) => `There is no service ${service}.`,
  MISSING_TAG_KEY_IN_CONDITION: ({ key }) => `${key} needs the tag's key: ${key}/tag-key.`,
  UNSUPPORTED_ACTION_FOR_CONDITION_KEY: ({ key, actions }) =>
    `Requests for ${actions} never have ${key}, so the statement never matches them.`,
  DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: ({ key, actions }) =>
    `${actions} has no tagged resource, so this Deny with ${key} never stops it.`,
  DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: ({ key }) =>
    `Actions without a tagged resource never have ${key}: this Deny with NotAction does not stop them.`,
  USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES: ({ key }) =>
    `Only some services know ${key}. Name in Action the services that this is about.`,
  IRRELEVANT_CONDITION_KEY_IN_POLICY: ({ key }) =>
    `${key} says nothing in the policy of the resource itself. It belongs in identity policies.`,
  UNTRUSTWORTHY_CONDITION_KEY: ({ key }) => `The caller can send any ${key}: do not let access depend on it.`,
  MISSING_PAIRED_CONDITION_KEYS: ({ key, pair }) =>
    `${key} is a private address, which other networks have too. Add ${pair}.`,
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: ({ key, earlier }) =>
    `${key} is the same condition key as ${earlier}: case does not matter in their names.`,
  MISSING_QUALIFIER: ({ key, operator }) =>
    `${key} has several values: write ForAnyValue:${operator} or ForAllValues:${operator}.`,
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: ({ key }) =>
    `${key} has one value. ForAllValues also matches when it is missing.`,
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: ({ key, operator, instead }) =>
    `${key} is an ARN: with ${operator} a wildcard reaches across its parts. Use ${instead}.`,
  TYPE_MISMATCH: ({ key, operator, instead }) =>
    `${key} is not compared with ${operator}; use one of the ${instead} operators.`,
  TYPE_MISMATCH_BOOLEAN: ({ value, operator }) =>
    `${operator} compares true and false; ${quoted(value)} is neither.`,
  TYPE_MISMATCH_DATE: ({ value }) =>
    `${quoted(value)} is not a date. Write it as in 2026-11-23 or 2026-11-23T20:00:00Z.`,
  TYPE_MISMATCH_IP_RANGE: ({ value }) =>
    `${quoted(value)} is not a range of addresses. Write it as in 203.0.113.0/24 or 2001:db8::/32.`,
  TYPE_MISMATCH_NUMBER: ({ value, operator }) => `${operator} compares numbers; ${quoted(value)} is none.`,
  TYPE_MISMATCH_STRING: ({ value, operator }) => `${operator} compares base64; ${quoted(value)} is not that.`,
  INVALID_VPC_FORMAT: ({ value }) => `${quoted(value)} is not the id of a VPC: vpc- and 8 or 17 characters.`,
  INVALID_VPCE_FORMAT: ({ value }) =>
    `${quoted(value)} is not the id of a VPC endpoint: vpce- and 8 or 17 characters.`,
  INVALID_KMS_KEY_VALUE: ({ value, key }) => `${key} is compared with a key ARN; ${quoted(value)} is none.`,
  INVALID_REGION: ({ region }) => `There is no Region ${region}.`,
  INVALID_DATE_VALUE: ({ value }) => `${value} counts seconds since 1970. A date is easier to read right.`,
  INVALID_CONDITION_MULTIPLE_BOOLEAN: ({ key }) => `${key} is compared with true or false, not with several.`,
  INVALID_CONDITION_DATA_TYPE: ({ key }) => `The values of ${key} are of different JSON types.`,
  REDUNDANT_CONDITION_VALUE_NUM: ({ operator, keep }) => `With ${operator} only ${keep} counts.`,
  PRIVATE_IP_ADDRESS: ({ values }) =>
    `aws:SourceIp is a public address: ${values} never matches. For a VPC, use aws:VpcSourceIp.`,
  PRIVATE_IP_ADDRESS_SUBSET: ({ values }) =>
    `aws:SourceIp is a public address: ${values} never matches. For a VPC, use aws:VpcSourceIp.`,
  PRIVATE_NOT_IP_ADDRESS: ({ values }) =>
    `aws:SourceIp is a public address, so it is never in ${values}: this always matches.`,
  PRIVATE_NOT_IP_ADDRESS_SUBSET: ({ values }) =>
    `aws:SourceIp is a public address, so that ${values} makes no difference. For a VPC, use aws:VpcSourceIp.`,
  IMPROVE_IP_RANGE: ({ value, instead }) => `${value} means ${instead}.`,
  MISSING_BRACE_IN_VARIABLE: fixed('This policy variable has no closing brace.'),
  EMPTY_VARIABLE: fixed('This policy variable has no name.'),
  UNSUPPORTED_SPACE_IN_VARIABLE: ({ name }) => `The name of a policy variable has no spaces; "${name}" has.`,
  MISSING_QUOTE_IN_VARIABLE: ({ fallback }) =>
    `The default of a policy variable stands in single quotation marks; ${fallback || 'this one'} does not.`,
  INVALID_VARIABLE_FOR_OPERATOR: ({ operator }) =>
    `Policy variables work with String and Arn operators, not with ${operator}.`,
  VARIABLE_UNSUPPORTED_IN_ELEMENT: ({ element }) =>
    `Policy variables work in Resource and in condition values, not in ${element}.`,
  VARIABLE_UNSUPPORTED_IN_VERSION: ({ value }) =>
    `Without Version 2012-10-17, ${value} is plain text: there are no policy variables.`,
  WILDCARD_WITHOUT_LIKE_OPERATOR: ({ value, operator }) =>
    `With ${operator}, ${value} has no wildcard: * and ? stand for themselves. StringLike reads them.`,
  VARIABLE_USAGE_TOO_PERMISSIVE: ({ key, value }) =>
    `What ${value} holds is often for somebody else to choose, and ${key} decides who comes in. Write the value out.`,
  WILDCARD_USAGE_TOO_PERMISSIVE: ({ key, value }) => `A wildcard in ${key} can match anybody's: ${value}.`,
  REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION: ({ key }) =>
    `Any value of ${key} matches: the condition says nothing.`,
  REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION: ({ key }) =>
    `No value of ${key} matches, and every request has it: the statement never matches.`,
  EMPTY_ARRAY_CONDITION: ({ key }) => `${key} is compared with nothing.`,
  EMPTY_ARRAY_CONDITION_FORALLVALUES: ({ key }) =>
    `This matches only when ${key} is missing. Say so with "Null": "true".`,
  EMPTY_ARRAY_CONDITION_FORANYVALUE: ({ key }) => `This never matches: ${key} is compared with nothing.`,
  EMPTY_ARRAY_CONDITION_IFEXISTS: ({ key }) =>
    `This matches only when ${key} is missing. Say so with "Null": "true".`,
} as const satisfies Partial<Record<Code, Sentence>>;

/** The findings of Access Analyzer, in our own words. */
export const analyzerSentences: Readonly<Record<Code, Sentence>> = {
  ...elementSentences,
  ...valueSentences,
  ...conditionSentences,
};

function article(type: string): string {
  return type === 'null' ? 'null' : `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

function quoted(value: string | undefined): string {
  return `"${value ?? ''}"`;
}
