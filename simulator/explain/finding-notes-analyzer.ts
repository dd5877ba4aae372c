import type { analyzerRules } from '../findings/analyzer/all.ts';
import type { ProblemFindingCode } from '../findings/analyzer/problems.ts';

type Code = (typeof analyzerRules)[number]['code'] | ProblemFindingCode;
/** What it is, why it matters, and what KMS does where that is known. */
type Note = readonly [title: string, why: string, aws?: string];

const malformed = 'PutKeyPolicy refuses such a policy with MalformedPolicyDocumentException.';

const elementNotes = {
  JSON_SYNTAX_ERROR: [
    'Not valid JSON',
    'A comma too many, a missing quotation mark, a comment: AWS reads JSON strictly, and refuses the whole policy for one character. The check reads on after it, so that the rest is looked at too.',
    malformed,
  ],
  DATA_TYPE_MISMATCH: [
    'A value of the wrong type',
    'Effect is a text, Condition is an object, Action is a text or a list of texts. A number or an object in their place has no meaning.',
    malformed,
  ],
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: [
    'One condition key, written twice',
    'Names of condition keys do not depend on case. The same key in two spellings is two values for one question, and it is not plain which counts.',
  ],
  INVALID_POLICY_ELEMENT: [
    'An element that policies do not have',
    'The names of elements are fixed and depend on case. What AWS does not know it does not take for a remark.',
    malformed,
  ],
  INVALID_EFFECT: [
    'An Effect that is neither Allow nor Deny',
    'The two words depend on case: "allow" is no Effect.',
    malformed,
  ],
  MISSING_EFFECT: [
    'A statement without Effect',
    'There is no default: a statement says Allow or Deny.',
    malformed,
  ],
  INVALID_VERSION: [
    'A version of the language that does not exist',
    'Version is the policy language’s, not yours: 2012-10-17, or 2008-10-17 for old policies. It is not the date of the policy.',
    malformed,
  ],
  MISSING_VERSION: [
    'No Version',
    'Without it AWS reads the policy in the language of 2008, in which policy variables such as ${aws:username} are plain text.',
  ],
  MISSING_STATEMENT: ['A policy without statements', 'A policy has at least one statement.', malformed],
  MISSING_ACTION: [
    'A statement without Action',
    'A statement says which actions it is about, in Action or NotAction.',
  ],
  MISSING_RESOURCE: [
    'A statement without Resource',
    'A statement says which resources it is about, in Resource or NotResource; "*" for all.',
  ],
  MISSING_PRINCIPAL: [
    'A statement without Principal',
    'The policy of a resource has to say who is meant. An IAM policy need not: it is attached to somebody.',
    malformed,
  ],
  INVALID_PRINCIPAL_KEY: [
    'A type of principal that does not exist',
    'Principals stand under AWS, Service, Federated or CanonicalUser. Users and roles are under AWS, by their ARN.',
    malformed,
  ],
  INVALID_PRINCIPAL_FORMAT: [
    'A principal without its type',
    'Only "*" stands by itself. An account, a user or a role is written under its type, as in { "AWS": "111122223333" }.',
    malformed,
  ],
  UNSUPPORTED_PRINCIPAL: [
    'A Principal where there is none',
    'An IAM policy, a boundary or a session policy speaks of whoever it is attached to. IAM refuses one that names a principal.',
  ],
  UNSUPPORTED_ELEMENT_COMBINATION: [
    'An element and its opposite',
    'A statement has Action or NotAction, Resource or NotResource, Principal or NotPrincipal, never both.',
    malformed,
  ],
  UNSUPPORTED_SID: [
    'A Sid with characters that IAM does not take',
    'In IAM policies a Sid has letters and digits only. Key policies take spaces too.',
  ],
  UNIQUE_SIDS_REQUIRED: [
    'The same Sid twice',
    'In IAM policies each Sid stands once, so that a statement can be spoken of.',
  ],
  UNIQUE_SIDS_RECOMMENDED: [
    'The same Sid twice',
    'Nothing breaks, but whoever is told that a statement decided cannot know which of the two it was.',
  ],
  EMPTY_SID_VALUE: ['An empty Sid', 'A Sid is there to name the statement. Give it a name, or leave it out.'],
  REDUNDANT_STATEMENT: [
    'A statement that is there twice',
    'The second one changes nothing, until somebody edits one of them and wonders why it has no effect.',
  ],
  EMPTY_ARRAY_ACTION: ['A list of no actions', 'The statement is about no action, so it does nothing.'],
  EMPTY_ARRAY_RESOURCE: ['A list of no resources', 'The statement is about no resource, so it does nothing.'],
  EMPTY_ARRAY_PRINCIPAL: ['A list of no principals', 'The statement is about nobody of this type.'],
  EMPTY_OBJECT_PRINCIPAL: [
    'A Principal with nothing in it',
    'The statement is about nobody, so it does nothing.',
  ],
  EMPTY_OBJECT_CONDITION: [
    'A condition that asks nothing',
    'An empty Condition is always met. Where a bound was meant, there is none.',
  ],
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: [
    'Too large for a managed policy',
    'A managed policy has at most 6,144 characters, white space not counted. Several smaller policies can be attached together.',
  ],
  POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA: [
    'Too large for a bucket policy',
    'A bucket policy has at most 20 KB. For key policies there is KMS_POLICY_TOO_LARGE.',
  ],
  POLICY_SIZE_EXCEEDS_SCP_QUOTA: [
    'Too large for a service control policy',
    'A service control policy has a quota of its own, white space included.',
  ],
  POLICY_SIZE_EXCEEDS_RCP_QUOTA: [
    'Too large for a resource control policy',
    'A resource control policy has at most 5,120 characters, white space included.',
  ],
  SCP_SYNTAX_ERROR_PRINCIPAL: [
    'A Principal in a service control policy',
    'It speaks of everybody in the accounts it is attached to. To leave somebody out, compare aws:PrincipalArn in the Condition.',
  ],
  RCP_SYNTAX_ERROR_PRINCIPAL: [
    'A resource control policy for some principals',
    'Its Principal is always "*". Whom it is about is said in the Condition, for example with aws:PrincipalOrgID.',
  ],
  RCP_SYNTAX_ERROR_ALLOW: [
    'A resource control policy that allows',
    'A resource control policy of your own can only deny. RCPFullAWSAccess, which cannot be detached, allows everything that is left.',
  ],
  RCP_SYNTAX_ERROR_NOTACTION: [
    'NotAction in a resource control policy',
    'Resource control policies list the actions that they are about.',
  ],
  RCP_SYNTAX_ERROR_ACTION: [
    'An action that resource control policies do not reach',
    'They exist for some services only, KMS among them, and each action begins with the name of one of these.',
  ],
} as const satisfies Partial<Record<Code, Note>>;

const valueNotes = {
  INVALID_ACTION: ['An action that does not exist', 'A letter too many, and the permission is for nothing.'],
  INVALID_SERVICE_IN_ACTION: [
    'An action of no service',
    'What stands before the colon is the service’s prefix; for keys it is kms.',
  ],
  UNSUPPORTED_ACTION_IN_POLICY: [
    'An action of another service in a key policy',
    'A key policy is asked about requests to KMS and no others. Permission to read a bucket belongs into a bucket policy or an IAM policy.',
  ],
  WILDCARD_IN_SERVICE_NAME: [
    'A wildcard in the name of the service',
    'It takes in services that exist today by chance, and those that are still to come.',
  ],
  REDUNDANT_ACTION: [
    'An action that another one covers',
    'The longer list says no more than the shorter one, and hides what is really allowed.',
  ],
  REDUNDANT_RESOURCE: [
    'A resource that another one covers',
    'The longer list says no more than the shorter one, and hides what is really meant.',
  ],
  INVALID_ARN_PREFIX: [
    'A Resource that is no ARN',
    'A Resource is "*" or an ARN that begins with arn:. An alias or a bare key id matches nothing.',
  ],
  MISSING_ARN_FIELD: [
    'An ARN with too few parts',
    'arn:partition:service:region:account:resource has five colons; parts may be empty, but their colons stay.',
  ],
  INVALID_PARTITION: [
    'A partition that does not exist',
    'The second part of an ARN is aws, aws-cn for China, aws-us-gov for GovCloud, or one of the few others.',
  ],
  INVALID_ARN_SERVICE_CASE: [
    'A service in capitals',
    'ARNs depend on case, and services are in small letters there: the statement matches nothing.',
  ],
  MISSING_ARN_REGION: [
    'A key’s ARN without its Region',
    'Keys and aliases live in a Region, so their ARN has it. Without it nothing matches.',
  ],
  INVALID_ARN_REGION: [
    'A Region that does not exist',
    'The statement is about a place where there are no keys.',
  ],
  MISSING_ARN_ACCOUNT: [
    'A key’s ARN without its account',
    'Keys and aliases belong to an account, so their ARN has it. Without it nothing matches.',
  ],
  INVALID_ARN_ACCOUNT: ['An account id that is none', 'An account id has twelve digits, without hyphens.'],
  INVALID_ARN_RESOURCE: [
    'An ARN of KMS that names no key',
    'It ends with key/ and the key’s id, or with alias/ and a name. A bare id after the last colon matches nothing.',
  ],
  UNSUPPORTED_RESOURCE_ARN_IN_POLICY: [
    'A resource of another service in a key policy',
    'A key policy is about its key. The ARN of a bucket never matches there.',
  ],
  ALLOW_WITH_NOT_PRINCIPAL: [
    'Everybody but a few',
    'Allow with NotPrincipal lets in everybody who is not on the list, people of other accounts and without an account included.',
  ],
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: [
    'A pattern as a principal',
    'A principal is written out, or is "*" for everybody. A pattern such as role/* belongs into a condition on aws:PrincipalArn.',
  ],
  INVALID_ROLE_REFERENCE: [
    'The id of a role',
    'AWS shows the id when the role that was named is gone. A new role of the same name has another id, and is not meant.',
  ],
  INVALID_USER_REFERENCE: [
    'The id of a user',
    'AWS shows the id when the user who was named is gone. A new user of the same name has another id, and is not meant.',
  ],
  FEDERATED_PRINCIPAL_NOT_SUPPORTED: [
    'An identity provider in a key policy',
    'Providers are named in the trust policies of roles. In a key policy, name the role that their users take on.',
  ],
  INVALID_SERVICE_PRINCIPAL_FORMAT: [
    'A service principal that is written wrong',
    'It is the service’s name in small letters and its domain, such as logs.eu-central-1.amazonaws.com.',
  ],
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL: [
    'A service, whomever it works for',
    'A service works for all of its customers. Without aws:SourceArn or aws:SourceAccount somebody else can have it use your resource: the confused deputy.',
  ],
  RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: [
    'A service, bounded by the wrong key',
    'The key in use does not tell for whom the service works. aws:SourceArn, aws:SourceAccount and aws:SourceOrgID do.',
  ],
  UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: [
    'A condition that a service cannot meet',
    'A call that a service makes by itself comes from no user or role: it has no organization, no tags and no user name. The statement never matches.',
  ],
} as const satisfies Partial<Record<Code, Note>>;

const conditionNotes = {
  INVALID_CONDITION_OPERATOR: [
    'A condition operator that does not exist',
    'Each type of value has its operators: StringEquals, NumericLessThan, Bool, ArnLike and their kin.',
    malformed,
  ],
  NULL_WITH_IF_EXISTS: [
    'Null with IfExists',
    'Null itself asks whether a key is there. With IfExists it would ask that only if the key is there.',
    malformed,
  ],
  NULL_WITH_QUALIFIER: [
    'Null with ForAllValues or ForAnyValue',
    'Null looks at no values, so there is nothing to be any or all of. Use Null alone.',
  ],
  INVALID_CONDITION_KEY_FORMAT: [
    'A condition key without its service',
    'Keys are written service:name, such as kms:ViaService or aws:PrincipalArn.',
  ],
  INVALID_GLOBAL_CONDITION_KEY: [
    'A global condition key that does not exist',
    'No request has it: an Allow never matches, and a Deny that asks whether it is different always does.',
  ],
  DEPRECATED_GLOBAL_CONDITION_KEY: [
    'An old global condition key',
    'aws:ARN has long been replaced by aws:PrincipalArn.',
  ],
  INVALID_SERVICE_CONDITION_KEY: [
    'A condition key that KMS does not have',
    'No request has it: an Allow never matches, and a Deny that asks whether it is different always does.',
  ],
  INVALID_SERVICE: [
    'A condition key of no service',
    'What stands before the colon is no service that AWS has.',
  ],
  MISSING_TAG_KEY_IN_CONDITION: [
    'A tag condition that names no tag',
    'aws:ResourceTag, aws:RequestTag and aws:PrincipalTag are followed by a slash and the key of the tag.',
  ],
  UNSUPPORTED_ACTION_FOR_CONDITION_KEY: [
    'A condition key that the action does not have',
    'The key is never in requests for this action, so the statement never matches them. Put the action into a statement without the condition.',
  ],
  DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    'A Deny by tag for what has no tags',
    'The action has no tagged resource, so the condition is never met and the Deny never stops it.',
  ],
  DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    'A Deny by tag for nearly everything',
    'NotAction takes in actions without a tagged resource. The Deny does not stop these.',
  ],
  USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES: [
    'A condition key that some services do not know',
    'Only some services send the key. For the others the statement does not do what it says: name the services in Action.',
  ],
  IRRELEVANT_CONDITION_KEY_IN_POLICY: [
    'A condition key that says nothing here',
    'The policy of a resource need not ask which account the resource is in: it is its own.',
  ],
  UNTRUSTWORTHY_CONDITION_KEY: [
    'A condition key that the caller chooses',
    'aws:UserAgent and aws:Referer are headers: whoever makes the request writes into them what they like.',
  ],
  MISSING_PAIRED_CONDITION_KEYS: [
    'A private address without its network',
    'Private addresses are used in every network. Together with aws:SourceVpc or aws:SourceVpce one of them says who.',
  ],
  MISSING_QUALIFIER: [
    'A key with several values, compared as one',
    'Whether one of the values is to fit or all of them, ForAnyValue or ForAllValues says.',
  ],
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: [
    'ForAllValues with a key of one value',
    'ForAllValues is also true when the key is missing. With a key of one value it adds nothing but that gap.',
  ],
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: [
    'A string operator for an ARN',
    'In StringLike a wildcard reaches across the colons of an ARN, from the name of a role into another account. ArnLike keeps it within its part.',
  ],
  TYPE_MISMATCH: [
    'An operator of another type than the key',
    'A date compared as a text, or a text as a number, is not compared in the way that is meant.',
  ],
  TYPE_MISMATCH_BOOLEAN: [
    'Neither true nor false',
    'Bool compares true and false; another value never matches.',
  ],
  TYPE_MISMATCH_DATE: ['A date that is none', 'Dates are written as in 2026-11-23 or 2026-11-23T20:00:00Z.'],
  TYPE_MISMATCH_IP_RANGE: [
    'A range of addresses that is none',
    'Ranges are written with their length, as in 203.0.113.0/24 or 2001:db8::/32.',
  ],
  TYPE_MISMATCH_NUMBER: [
    'A number that is none',
    'Numeric operators compare numbers; another value never matches.',
  ],
  TYPE_MISMATCH_STRING: ['Base64 that is none', 'BinaryEquals compares values in base64.'],
  INVALID_VPC_FORMAT: [
    'The id of a VPC, written wrong',
    'It is vpc- and 8 or 17 characters. Anything else matches no request.',
  ],
  INVALID_VPCE_FORMAT: [
    'The id of a VPC endpoint, written wrong',
    'It is vpce- and 8 or 17 characters. Anything else matches no request.',
  ],
  INVALID_KMS_KEY_VALUE: [
    'A key that is not named by its ARN',
    'Amazon S3 compares the header with the key’s ARN: an id or an alias never matches.',
  ],
  INVALID_REGION: ['A Region that does not exist', 'No request is made there, so the condition never fits.'],
  INVALID_DATE_VALUE: [
    'A date in seconds',
    'Seconds since 1970 work, but nobody can read them, and a digit too many is another century.',
  ],
  INVALID_CONDITION_MULTIPLE_BOOLEAN: [
    'True and false together',
    'A condition on true or false has one of them. With both it says nothing.',
  ],
  INVALID_CONDITION_DATA_TYPE: [
    'Values of different types in one list',
    'The values of a condition are all texts, all numbers or all booleans.',
  ],
  REDUNDANT_CONDITION_VALUE_NUM: [
    'A bound that another bound covers',
    'Any of the values may fit, so of several bounds the widest decides and the others are for nothing.',
  ],
  PRIVATE_IP_ADDRESS: [
    'A private address that never arrives',
    'aws:SourceIp is the public address that the request came from. Private ones are in aws:VpcSourceIp, for requests through a VPC endpoint.',
  ],
  PRIVATE_IP_ADDRESS_SUBSET: [
    'Private addresses among the public ones',
    'aws:SourceIp is the public address that the request came from. The private ones in the list never match.',
  ],
  PRIVATE_NOT_IP_ADDRESS: [
    'An exception for private addresses that never arrive',
    'aws:SourceIp is the public address that the request came from: it is never in a private range, so the condition always holds.',
  ],
  PRIVATE_NOT_IP_ADDRESS_SUBSET: [
    'Private addresses among the exceptions',
    'aws:SourceIp is the public address that the request came from. The private ones in the list make no difference.',
  ],
  IMPROVE_IP_RANGE: [
    'A range that begins in the middle',
    'Only the first bits of the address count; the rest looks as if it meant something.',
  ],
  MISSING_BRACE_IN_VARIABLE: [
    'A policy variable without its closing brace',
    'Without the brace there is no variable, and the text is compared as it is.',
  ],
  EMPTY_VARIABLE: ['A policy variable without a name', '${} stands for nothing.'],
  UNSUPPORTED_SPACE_IN_VARIABLE: [
    'A space in the name of a policy variable',
    'Names of variables have none. A space may stand before the default value only.',
  ],
  MISSING_QUOTE_IN_VARIABLE: [
    'A default value without its quotation marks',
    "The default of a variable stands in single quotation marks: ${aws:PrincipalTag/team, 'none'}.",
  ],
  INVALID_VARIABLE_FOR_OPERATOR: [
    'A policy variable where none is read',
    'Variables are read by the operators for strings and ARNs; for numbers, dates and booleans they are not.',
  ],
  VARIABLE_UNSUPPORTED_IN_ELEMENT: [
    'A policy variable in the wrong element',
    'Variables are read in Resource and in the values of conditions, nowhere else.',
  ],
  VARIABLE_UNSUPPORTED_IN_VERSION: [
    'Policy variables without Version 2012-10-17',
    'In the language of 2008 a variable is plain text, so the statement is about something with that very name.',
  ],
  VARIABLE_USAGE_TOO_PERMISSIVE: [
    'A policy variable that decides who comes in',
    'What a variable holds is often for somebody else to choose: a tag, a name. In a key that tells accounts, organizations or networks apart it works like a wildcard.',
  ],
  WILDCARD_USAGE_TOO_PERMISSIVE: [
    'A wildcard that decides who comes in',
    'Ids of accounts, organizations and networks have no structure: a pattern matches those of strangers.',
  ],
  WILDCARD_WITHOUT_LIKE_OPERATOR: [
    'A wildcard that is none',
    'StringEquals compares characters, * and ? included. StringLike reads them as wildcards.',
  ],
  REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION: [
    'A condition that everything meets',
    'Any value matches "*", so the condition says nothing.',
  ],
  REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION: [
    'A condition that nothing meets',
    'No value is different from "*", so the statement never matches.',
  ],
  EMPTY_ARRAY_CONDITION: [
    'A comparison with nothing',
    'There is no value to compare with: where a bound was meant, none is named.',
  ],
  EMPTY_ARRAY_CONDITION_FORALLVALUES: [
    'ForAllValues of nothing',
    'It is met only when the key is missing from the request. "Null": { "key": "true" } says that plainly.',
  ],
  EMPTY_ARRAY_CONDITION_FORANYVALUE: [
    'ForAnyValue of nothing',
    'There is no value that could fit: the condition is never met.',
  ],
  EMPTY_ARRAY_CONDITION_IFEXISTS: [
    'IfExists with nothing to compare',
    'It is met only when the key is missing from the request. "Null": { "key": "true" } says that plainly.',
  ],
} as const satisfies Partial<Record<Code, Note>>;

/** What the findings of Access Analyzer are about, in our own words. */
export const analyzerNotes: Readonly<Record<Code, Note>> = {
  ...elementNotes,
  ...valueNotes,
  ...conditionNotes,
};
