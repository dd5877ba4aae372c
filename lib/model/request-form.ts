/* What is wrong with a request form, field by field. Codes only; the words are the form's. */
import type { RequestForm } from './playground.ts';

export type RequestField = Exclude<
  keyof RequestForm,
  'encryptionContext' | 'requestTags' | 'context' | 'key' | 'mfa' | 'grantTokens' | 'grantId'
>;

export type FieldProblem =
  | 'empty'
  | 'malformedPrincipal'
  | 'malformedAction'
  | 'unknownAction'
  | 'malformedResource'
  | 'malformedService'
  | 'malformedIp'
  | 'malformedEndpoint'
  | 'malformedTime';

export type RequestProblems = Partial<Record<RequestField, FieldProblem>>;

const arn = /^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(\d{12}|aws)?:\S+$/;
const principalArn =
  /^arn:aws[a-z-]*:(iam::\d{12}:(root|user\/\S+|role\/\S+)|sts::\d{12}:(assumed-role\/[^\s/]+\/[^\s/]+|federated-user\/\S+))$/;
const servicePrincipal = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/;
const keyId = /^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const alias = /^alias\/[\w/-]+$/;
const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ipv4 = new RegExp(`^${octet}(\\.${octet}){3}$`);
const ipv6 = /^(?=.*:)[0-9a-f:]{2,39}$/i;

function principalProblem(text: string): FieldProblem | null {
  if (text === '') return 'empty';
  return principalArn.test(text) || servicePrincipal.test(text) ? null : 'malformedPrincipal';
}

function actionProblem(text: string, kmsActions: ReadonlySet<string>): FieldProblem | null {
  if (text === '') return 'empty';
  if (!/^[a-z0-9-]+:[A-Za-z0-9]+$/i.test(text)) return 'malformedAction';
  return /^kms:/i.test(text) && !kmsActions.has(text.toLowerCase()) ? 'unknownAction' : null;
}

function resourceProblem(text: string): FieldProblem | null {
  if (text === '') return 'empty';
  return text === '*' || arn.test(text) || keyId.test(text) || alias.test(text) ? null : 'malformedResource';
}

const unless = (valid: RegExp, problem: FieldProblem) => (text: string) =>
  text === '' || valid.test(text) ? null : problem;

const serviceProblem = unless(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'malformedService');
const endpointProblem = unless(/^vpce-[0-9a-z]+$/, 'malformedEndpoint');

function ipProblem(text: string): FieldProblem | null {
  return text === '' || ipv4.test(text) || ipv6.test(text) ? null : 'malformedIp';
}

function timeProblem(text: string): FieldProblem | null {
  return text === '' || !Number.isNaN(Date.parse(text)) ? null : 'malformedTime';
}

/** The problems of a form, none for fields that can be read. `kmsActions` are known actions in lower case. */
export function requestProblems(form: RequestForm, kmsActions: ReadonlySet<string>): RequestProblems {
  const found: [RequestField, FieldProblem | null][] = [
    ['principal', principalProblem(form.principal.trim())],
    ['action', actionProblem(form.action.trim(), kmsActions)],
    ['resource', resourceProblem(form.resource.trim())],
    ['viaService', serviceProblem(form.viaService.trim())],
    ['sourceIp', ipProblem(form.sourceIp.trim())],
    ['vpcEndpoint', endpointProblem(form.vpcEndpoint.trim())],
    [
      'secondResource',
      form.secondResource.trim() === '' ? null : resourceProblem(form.secondResource.trim()),
    ],
    ['time', timeProblem(form.time.trim())],
  ];
  return Object.fromEntries(found.filter(([, problem]) => problem !== null));
}
