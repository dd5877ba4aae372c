import type { KnownPrincipal, Unexplored } from '../access/types.ts';
import type { Change, ChangeCode } from '../advise/types.ts';
import type { UnreadPart } from '../requests/types.ts';
import { listed, policyKinds } from './words.ts';

type Data = Readonly<Record<string, string>>;

/** A principal by name, or in words where it stands for others. */
export function describePrincipal({ principal, origin, account, assumed }: KnownPrincipal): string {
  switch (origin) {
    case 'account':
      return `Any identity of account ${account} whose IAM policies allow all of KMS`;
    case 'outsider':
      return 'Anybody in any other account whose IAM policies allow all of KMS';
    case 'root':
      return `The root user of account ${account}`;
    default:
      return assumed ? `${principal} (if its own account allows it)` : principal;
  }
}

const unexploredReasons: Readonly<Record<Unexplored['reason'], string>> = {
  keyFact: 'it depends on the key, and this is not known of it',
  variable: 'its value follows from the caller',
  value: 'no value is known that meets it',
  tooMany: 'the conditions have more combinations than are tried',
};

/** A condition under which access was not looked for. */
export function describeUnexplored({ key, operator, values, reason }: Unexplored): string {
  const what = reason === 'tooMany' ? 'Some conditions' : `${operator} ${key} = ${listed(values)}`;
  return `${what}: not tried, since ${unexploredReasons[reason]}.`;
}

const unreadParts: Readonly<Record<UnreadPart, string>> = {
  principal: 'Who made the request could not be read.',
  action: 'The action could not be read.',
  resource: 'The key could not be read.',
  secondResource: 'The second key could not be read.',
  reason: 'The text does not say why AWS refused.',
  accessDeniedWithoutDetails:
    'The text says “Access Denied” and no more, as S3 does: the caller and the key are not in it. CloudTrail has them.',
  detailsKeptByService: 'The service does not say for whom it tried to use the key. CloudTrail does.',
  serviceEvent: 'AWS did this by itself; nobody asked for permission.',
  encryptionContext: 'The encryption context could not be read.',
  sourceIp: 'The address of the caller could not be read.',
  outcome: 'The call failed for another reason than permission.',
  notText: 'This is no text.',
  notJson: 'This is not JSON.',
  notAnEvent: 'There is no CloudTrail event in this.',
};

/** What a text or an event does not tell. */
export function describeUnread(part: UnreadPart): string {
  return unreadParts[part];
}

const changes: Readonly<Record<ChangeCode, (data: Data) => string>> = {
  addAction: ({ statement, action }) => `Add ${action} to statement ${statement}`,
  addPrincipal: ({ statement, principal }) => `Add ${principal} to the principals of statement ${statement}`,
  fixResource: ({ statement }) => `Let statement ${statement} cover this key`,
  widenCondition: ({ statement, key, value }) => `Let statement ${statement} accept ${value} for ${key}`,
  removeCondition: ({ statement, key }) => `Drop the condition on ${key} from statement ${statement}`,
  exceptCaller: ({ statement, principal }) => `Except ${principal} from the Deny in statement ${statement}`,
  exceptServices: ({ statement }) =>
    `Let the Deny in statement ${statement} spare calls that an AWS service makes for the caller`,
  removeActionFromDeny: ({ statement, action }) => `Take ${action} out of the Deny in statement ${statement}`,
  removeDeny: ({ statement }) => `Remove the Deny in statement ${statement}`,
  addStatement: ({ kind, principal, action }) =>
    kind === 'key'
      ? `Add a statement to the key policy that allows ${principal} to call ${action}`
      : `Add a statement that allows ${action} to ${policyKinds[kind ?? ''] ?? 'the policy'}`,
  addAccountStatement: ({ account }) => `Let account ${account} decide by its IAM policies`,
  addIdentityPolicy: ({ principal, action }) => `Attach an IAM policy to ${principal} that allows ${action}`,
  createGrant: ({ principal, action }) => `Create a grant for ${principal} with ${action}`,
  useKeyArn: ({ to }) => `Name the key by its ARN, ${to}`,
  useAlias: ({ value }) => `Name the key by its alias, ${value}`,
  callThroughService: ({ key, value }) =>
    key === 'kms:ViaService' ? `Call through ${value}` : 'Call through an AWS service',
  useEndpoint: ({ key, value }) => `Call through the VPC endpoint: ${key} = ${value}`,
  sendEncryptionContext: ({ key, value }) => `Send the encryption context: ${key} = ${value}`,
  sendGrantToken: () => 'Send the grant token with the request',
  changeRequest: ({ key, value }) => (value ? `Call with ${key} = ${value}` : `Call without ${key}`),
};

/** A change that would allow a request, as an instruction. */
export function describeChange({ code, data }: Change): string {
  return changes[code](data);
}
