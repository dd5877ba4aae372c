/*
 * STS and IAM in AWS's query protocol: a form goes in, XML comes out. As much of them as a test suite needs to set up
 * who calls; what is missing says so by name.
 */
import { textOf } from '../keys/bytes.ts';
import type { World } from '../operations/world.ts';
import { Random } from '../world/random.ts';
import { iam } from './iam.ts';
import { type IdentifyOptions, identify } from './identify.ts';
import { type Form, type QueryAction, QueryRefusal } from './query-action.ts';
import { sts } from './sts.ts';
import type { HttpRequest, HttpResponse } from './types.ts';
import { writeXml, type Xml } from './xml.ts';

interface Service {
  readonly namespace: string;
  readonly actions: Readonly<Record<string, QueryAction>>;
}

const services: Readonly<Record<string, Service>> = {
  sts: { namespace: 'https://sts.amazonaws.com/doc/2011-06-15/', actions: sts },
  iam: { namespace: 'https://iam.amazonaws.com/doc/2010-05-08/', actions: iam },
};

/** Whether a request is in the query protocol. */
export const isQuery = ({ headers }: HttpRequest): boolean =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;

export interface QueryOptions extends IdentifyOptions {
  readonly newRequestId?: () => string;
  /**
   * Where ids and secrets come from. Left out: from the world, so that the same calls give the same; fit for a world
   * that nobody else can reach.
   */
  readonly randomHex?: (bytes: number) => string;
}

/** Answers one request to STS or IAM; which one, the signature tells. */
export async function handleAwsQuery(
  world: World,
  request: HttpRequest,
  options: QueryOptions = {},
): Promise<HttpResponse> {
  const requestId = options.newRequestId?.() ?? '00000000-0000-0000-0000-000000000000';
  const caller = await identify(world, request, options);
  if (!caller.ok) return failure(requestId, 403, caller.error, caller.message);
  const form = readForm(textOf(request.body));
  const name = form.Action ?? '';
  const service = services[caller.service];
  const action = service && Object.hasOwn(service.actions, name) ? service.actions[name] : undefined;
  if (service === undefined || action === undefined) {
    const known = service ? Object.keys(service.actions).join(', ') : 'sts and iam';
    const message = `${caller.service}:${name} is not simulated; simulated here: ${known}.`;
    return failure(requestId, 400, 'InvalidAction', message);
  }
  await world.settled();
  try {
    const result = action.run({
      world,
      form,
      caller: caller.arn,
      randomHex: options.randomHex ?? worldly(world, form),
    });
    const named: Xml = {
      ...(result !== null && { [`${name}Result`]: result }),
      ResponseMetadata: { RequestId: requestId },
    };
    const body = `<${name}Response xmlns="${service.namespace}">${writeXml(named)}</${name}Response>`;
    return answer(requestId, 200, body);
  } catch (error) {
    if (!(error instanceof QueryRefusal)) throw error;
    return failure(requestId, error.status, error.code, error.message);
  }
}

function worldly(world: World, form: Form): (bytes: number) => string {
  const random = new Random('query', `${JSON.stringify(form)}/${world.trail.length}/${world.now.getTime()}`);
  return (bytes) => random.hex(bytes);
}

function readForm(text: string): Form {
  const form: Record<string, string> = {};
  for (const pair of text.split('&')) {
    const at = pair.indexOf('=');
    if (at > 0) form[decode(pair.slice(0, at))] = decode(pair.slice(at + 1));
  }
  return form;
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function failure(requestId: string, status: number, code: string, message: string): HttpResponse {
  const type = status < 500 ? 'Sender' : 'Receiver';
  const error = writeXml({ Error: { Type: type, Code: code, Message: message }, RequestId: requestId });
  return answer(requestId, status, `<ErrorResponse>${error}</ErrorResponse>`);
}

const answer = (requestId: string, status: number, body: string): HttpResponse => ({
  status,
  headers: { 'x-amzn-requestid': requestId, 'content-type': 'text/xml' },
  body,
});
