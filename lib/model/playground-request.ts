/* The request form as the request that the simulator decides, and back. */
import type { AccessRequest } from '@/simulator/index.ts';
import { groupBy } from './group-by.ts';
import { emptyRequest, type Pair, type RequestForm } from './playground.ts';

/** Rows with the same key are one key with several values; rows without a key are still being written. */
function contextOf(pairs: readonly Pair[]): Record<string, string | readonly string[]> {
  const byKey = groupBy(
    pairs.filter(({ key }) => key.trim() !== ''),
    ({ key }) => key.trim(),
  );
  return Object.fromEntries(
    Array.from(byKey, ([key, rows]) => {
      const values = rows.map(({ value }) => value);
      return [key, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** What the request's tags and the sign-in are to conditions. */
function derivedContext({ requestTags, mfa }: RequestForm): Pair[] {
  const sent = requestTags.filter(({ key }) => key !== '');
  return [
    ...sent.map(({ key, value }) => ({ key: `aws:RequestTag/${key}`, value })),
    ...sent.map(({ key }) => ({ key: 'aws:TagKeys', value: key })),
    ...(mfa === '' ? [] : [{ key: 'aws:MultiFactorAuthPresent', value: mfa }]),
  ];
}

/** The request that a form asks about; ask `requestProblems` first whether it can be read. */
export function toRequest(form: RequestForm): AccessRequest {
  const written = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const viaService = written(form.viaService);
  const sourceIp = written(form.sourceIp);
  const vpcEndpoint = written(form.vpcEndpoint);
  const secondResource = written(form.secondResource);
  const time = written(form.time);
  const grantId = written(form.grantId);
  const grantTokens = form.grantTokens.split(/[\s,]+/).filter((token) => token !== '');
  const context = contextOf([...derivedContext(form), ...form.context]);
  const encryptionContext = form.encryptionContext.filter(({ key }) => key !== '');
  return {
    principal: form.principal.trim(),
    action: form.action.trim(),
    resource: form.resource.trim(),
    ...(Object.keys(context).length > 0 && { context }),
    ...(encryptionContext.length > 0 && {
      encryptionContext: Object.fromEntries(encryptionContext.map(({ key, value }) => [key, value])),
    }),
    ...(viaService && { viaService }),
    ...(sourceIp && { sourceIp }),
    ...(vpcEndpoint && { vpcEndpoint }),
    ...(secondResource && { secondResource }),
    ...(time && { time }),
    ...(grantId && { grantId }),
    ...(grantTokens.length > 0 && { grantTokens }),
  };
}

const pairsOf = (record: Readonly<Record<string, unknown>> = {}): Pair[] =>
  Object.entries(record).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => ({ key, value: String(one) })),
  );

/** A request as a form. `key` is the key of the world that it is about. */
export function formOf(request: Partial<AccessRequest>, key = ''): RequestForm {
  const context = pairsOf(request.context);
  const mfa = context.find((pair) => pair.key.toLowerCase() === 'aws:multifactorauthpresent')?.value;
  const knowsMfa = mfa === 'true' || mfa === 'false';
  return {
    ...emptyRequest,
    principal: typeof request.principal === 'string' ? request.principal : '',
    action: request.action ?? '',
    key,
    resource: request.resource ?? key,
    secondResource: request.secondResource ?? '',
    viaService: request.viaService ?? '',
    encryptionContext: pairsOf(request.encryptionContext),
    context: knowsMfa
      ? context.filter((pair) => pair.key.toLowerCase() !== 'aws:multifactorauthpresent')
      : context,
    sourceIp: request.sourceIp ?? '',
    vpcEndpoint: request.vpcEndpoint ?? '',
    mfa: knowsMfa ? mfa : '',
    time: request.time ?? '',
    grantTokens: (request.grantTokens ?? []).join(' '),
    grantId: request.grantId ?? '',
  };
}
