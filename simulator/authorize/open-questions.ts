/*
 * What a reader should know when a condition asks for a key that the request, as given, does not have,
 * or has in a form that AWS leaves open.
 */
import type { Call } from './call.ts';
import { hasTooManyAliases, viaService } from './context-keys.ts';
import type { ElementResult, Note } from './types.ts';

type Sent = (call: Call) => boolean;

const always: Sent = () => true;
const during =
  (...actions: readonly string[]): Sent =>
  ({ action }) =>
    action.service === 'kms' && actions.includes(action.name);

/** Keys that a real request carries, and when. Source: IAM global condition keys; API reference, required parameters. */
const sentKeys: ReadonlyMap<string, Sent> = new Map<string, Sent>([
  ['aws:currenttime', always],
  ['aws:epochtime', always],
  ['aws:useragent', always],
  ['aws:requestedregion', always],
  ['aws:securetransport', always],
  ['aws:userid', ({ caller }) => caller.account !== null],
  ['aws:tokenissuetime', ({ caller }) => caller.kind === 'roleSession' || caller.kind === 'federatedUser'],
  [
    'aws:sourceip',
    (call) => call.caller.kind !== 'service' && viaService(call) === undefined && !call.request.vpcEndpoint,
  ],
  ['kms:signingalgorithm', during('Sign', 'Verify')],
  ['kms:macalgorithm', during('GenerateMac', 'VerifyMac')],
  ['kms:keyagreementalgorithm', during('DeriveSharedSecret')],
  ['kms:datakeypairspec', during('GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext')],
  ['kms:grantoperations', during('CreateGrant')],
  ['kms:wrappingalgorithm', during('GetParametersForImport')],
  ['kms:wrappingkeyspec', during('GetParametersForImport')],
  ['kms:replicaregion', during('ReplicateKey')],
  ['kms:primaryregion', during('UpdatePrimaryRegion')],
  ['kms:encryptionalgorithm', during('Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo')],
  ['kms:keyusage', ({ action, target }) => action.row !== null && !target.byIdentityAlone],
]);

/** Parameters of which AWS does not say whether their default counts when they are not sent. */
const openDefaults = new Set(['kms:rotationperiodindays', 'kms:schedulekeydeletionpendingwindowindays']);

/** What to say of one condition held against the call; null when nothing is open. */
export function openQuestion(element: ElementResult, call: Call): Note | null {
  const { key, operator = '', found, expected } = element;
  if (key === undefined) return null;
  // Nearly every condition that is met ends here, before anything is put into lower case.
  if (found.length === 1 && key.length !== 'aws:PrincipalArn'.length) return null;
  const name = key.toLowerCase();
  if (found.length > 1 && !operator.includes(':')) {
    return { code: 'severalValuesWithoutSet', data: { key, operator } };
  }
  if (found.length === 0) {
    if (name === 'kms:resourcealiases' && hasTooManyAliases(call))
      return { code: 'tooManyAliases', data: { key } };
    if (openDefaults.has(name)) return { code: 'defaultNotDocumented', data: { key } };
    return sentKeys.get(name)?.(call) ? { code: 'keyNotGiven', data: { key } } : null;
  }
  // A session's ARN does not tell the path of its role, which a condition may ask for.
  const { caller, knowsPath } = call.subject;
  const asksForPath = name === 'aws:principalarn' && expected.some((arn) => /:role\/.+\//.test(arn));
  return asksForPath && caller.kind === 'roleSession' && !knowsPath
    ? { code: 'rolePathUnknown', data: { role: caller.name } }
    : null;
}
