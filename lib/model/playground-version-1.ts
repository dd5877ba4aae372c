/* States as the first version kept them: one key, callers by name, no organization. */
import { z } from 'zod';
import { accountsOf } from './playground-accounts.ts';

const text = z.string();
const pairs = z.array(z.strictObject({ key: text, value: text }));

const version1 = z.strictObject({
  version: z.literal(1),
  scenario: text,
  key: z.looseObject({ arn: text }),
  callers: z.array(z.strictObject({ arn: text, name: text })),
  documents: z.array(z.looseObject({ kind: text, attachedTo: z.exactOptional(text) })),
  request: z.strictObject({
    principal: text,
    action: text,
    resource: text,
    viaService: text,
    encryptionContext: pairs,
    context: pairs,
    sourceIp: text,
    vpcEndpoint: text,
  }),
});

/** A state of version 1 in the form of version 2, to be validated as such; null where it is none. */
export function upgradeFromVersion1(value: unknown): unknown {
  const result = version1.safeParse(value);
  if (!result.success) return null;
  const { scenario, key, callers, documents, request } = result.data;
  return {
    version: 2,
    scenario,
    world: {
      accounts: accountsOf([key.arn, ...callers.map(({ arn }) => arn)]),
      organization: null,
      identities: callers,
      keys: [key],
    },
    documents: documents.map((document) =>
      document.kind === 'key' || document.kind === 'grants' ? { ...document, attachedTo: key.arn } : document,
    ),
    request: {
      ...request,
      key: key.arn,
      secondResource: '',
      requestTags: [],
      mfa: '',
      time: '',
      grantTokens: '',
      grantId: '',
    },
    savedRequests: [],
    baseline: null,
    account: { steps: [] },
  };
}
