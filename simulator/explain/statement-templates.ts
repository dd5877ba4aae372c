/* The statements that an editor offers whole: what each is called and when it is of use. */

export type TemplateCode =
  | 'account'
  | 'administrators'
  | 'users'
  | 'grantsForServices'
  | 'viaService'
  | 'otherAccount'
  | 'organization'
  | 'servicePrincipal'
  | 'denyWithoutContext'
  | 'guardDeletion'
  | 'useKey'
  | 'useByAlias'
  | 'protectKeys'
  | 'onlyOrganization'
  | 'endpointForAccount';

interface TemplateWords {
  readonly title: string;
  readonly why: string;
}

export const statementWords: Readonly<Record<TemplateCode, TemplateWords>> = {
  account: {
    title: 'Let the account decide by IAM policies',
    why: 'The first statement of every default key policy. Without it IAM policies can give nobody access to the key.',
  },
  administrators: {
    title: 'Allow key administrators',
    why: 'What the console lets administrators do: manage the key, not use it. They can change this policy, though.',
  },
  users: {
    title: 'Allow use of the key',
    why: 'What the console lets key users do with a key of this kind.',
  },
  grantsForServices: {
    title: 'Allow grants for AWS resources',
    why: 'Lets users give AWS services such as EBS a grant on the key, and nobody else.',
  },
  viaService: {
    title: 'Allow use through an AWS service',
    why: 'Everybody of the account may use the key, but only through the service, as with AWS managed keys.',
  },
  otherAccount: {
    title: 'Allow use by another account',
    why: 'The other account then decides by its own IAM policies who of it may use the key.',
  },
  organization: {
    title: 'Allow use within an organization',
    why: 'Callers of other accounts of the organization also need an IAM policy there.',
  },
  servicePrincipal: {
    title: 'Allow an AWS service that calls as itself',
    why: 'CloudWatch Logs with a log group as its encryption context, so that it can use the key for that group only.',
  },
  denyWithoutContext: {
    title: 'Deny unless the encryption context fits',
    why: 'A request without this pair in its encryption context is denied, whoever makes it.',
  },
  guardDeletion: {
    title: 'Deny deletion after a short waiting period',
    why: 'Whoever schedules the deletion of the key has to choose the longer waiting period.',
  },
  useKey: {
    title: 'Allow use of a key',
    why: 'Has effect if the key policy lets the account decide by IAM policies, or names the caller too.',
  },
  useByAlias: {
    title: 'Allow use of keys with an alias',
    why: 'For whichever key has the alias, by whatever name the request calls it.',
  },
  protectKeys: {
    title: 'Forbid deleting and disabling keys',
    why: 'For all accounts that the policy is attached to, whatever their own policies allow.',
  },
  onlyOrganization: {
    title: 'Forbid callers from outside the organization',
    why: 'AWS services that call as themselves are excepted.',
  },
  endpointForAccount: {
    title: "Only this account's principals through the endpoint",
    why: 'Nothing is given by it: other policies have to allow the request as well.',
  },
};
