import type { PolicyProblem, PolicyProblemCode } from '../policy/types.ts';

type Data = Readonly<Record<string, string>>;

const problems: Readonly<Record<PolicyProblemCode, (data: Data) => string>> = {
  JSON_SYNTAX_ERROR: ({ reason }) => syntaxErrors[reason ?? ''] ?? 'This is not JSON.',
  NOT_AN_OBJECT: ({ found }) => `A policy is a JSON object, this is ${withArticle(found)}.`,
  DUPLICATE_KEY: ({ element }) => `${element} is there twice. Only one may stay.`,
  UNKNOWN_ELEMENT: ({ element, known }) => `${element} is no element here. Known are ${known}.`,
  ELEMENT_CASE: ({ element, expected }) => `Write ${expected} for ${element}.`,
  DATA_TYPE_MISMATCH: ({ element, expected, found }) =>
    `${element} takes ${withArticle(expected)}, this is ${withArticle(found)}.`,
  INVALID_VERSION: ({ found }) => `There is no Version ${found}. Use 2012-10-17.`,
  MISSING_STATEMENT: () => 'A policy needs at least one statement.',
  MISSING_EFFECT: () => 'A statement needs an Effect, Allow or Deny.',
  INVALID_EFFECT: ({ found }) => `Effect is Allow or Deny, in this spelling; found ${found}.`,
  MISSING_PRINCIPAL: () => 'A statement of a policy on a resource needs a Principal.',
  UNSUPPORTED_PRINCIPAL: () =>
    'This kind of policy has no Principal: it speaks of whoever it is attached to.',
  INVALID_PRINCIPAL_TYPE: ({ found, known }) => `${found} is no type of principal. Known are ${known}.`,
  INVALID_PRINCIPAL: ({ principal }) =>
    `AWS does not accept the principal ${principal}: it must be an account, a user, a role, a session or a federated user, without wildcards. For patterns use "*" with aws:PrincipalArn.`,
  MISSING_ACTION: () => 'Without an Action the statement has no effect.',
  MISSING_RESOURCE: () =>
    'Without a Resource the statement has no effect. In a key policy "*" means this key.',
  ELEMENT_AND_ITS_OPPOSITE: ({ element, opposite }) => `${element} and ${opposite} exclude each other.`,
  UNKNOWN_OPERATOR: ({ operator }) => `There is no condition operator ${operator}.`,
  POLICY_TOO_LARGE: ({ size, limit }) => `The policy has ${size} characters; ${limit} are allowed.`,
};

const syntaxErrors: Readonly<Record<string, string>> = {
  empty: 'There is no policy yet.',
  unexpectedCharacter: 'This character has no place here.',
  unterminatedString: 'The closing quotation mark is missing.',
  badEscape: 'There is no such escape in JSON.',
  controlCharacter: 'A control character must be written as an escape.',
  expectedName: 'A name in quotation marks belongs here.',
  expectedColon: 'A colon is missing after the name.',
  expectedValue: 'A value is missing.',
  expectedComma: 'A comma is missing.',
  trailingComma: 'JSON has no comma after the last entry.',
  comment: 'JSON has no comments.',
  unclosed: 'The closing bracket is missing.',
  bareWord: 'This needs quotation marks.',
  trailingText: 'Nothing may follow the policy.',
  tooDeep: 'This is nested deeper than any policy.',
};

function withArticle(noun = 'nothing'): string {
  if (noun === 'null' || noun === 'nothing') return noun;
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** What is wrong with a piece of a policy, and what to write. */
export function describeProblem({ code, data }: PolicyProblem): string {
  return problems[code](data);
}
