/* The request as the command that makes it: what a reader would type to ask AWS the same. */
import { shellWord } from '@/lib/convert/shell-word.ts';
import type { RequestForm } from '@/lib/model/playground.ts';
import { type ActionName, actions } from '@/simulator/catalog/actions.ts';

/** What each operation needs besides the key, with file names to fill in. */
const extras: Readonly<Record<string, readonly string[]>> = {
  CreateAlias: ['--alias-name alias/NAME'],
  CreateGrant: ['--grantee-principal PRINCIPAL_ARN', '--operations Decrypt'],
  Decapsulate: [
    '--shared-secret-ciphertext-blob fileb://ciphertext.bin',
    '--encapsulation-algorithm ALGORITHM',
  ],
  Decrypt: ['--ciphertext-blob fileb://ciphertext.bin'],
  DeriveSharedSecret: ['--key-agreement-algorithm ECDH', '--public-key fileb://public-key.der'],
  Encapsulate: ['--encapsulation-algorithm ALGORITHM'],
  Encrypt: ['--plaintext fileb://plaintext.txt'],
  GenerateDataKey: ['--key-spec AES_256'],
  GenerateDataKeyWithoutPlaintext: ['--key-spec AES_256'],
  GenerateDataKeyPair: ['--key-pair-spec RSA_2048'],
  GenerateDataKeyPairWithoutPlaintext: ['--key-pair-spec RSA_2048'],
  GenerateMac: ['--message fileb://message.bin', '--mac-algorithm HMAC_SHA_256'],
  GetParametersForImport: ['--wrapping-algorithm RSAES_OAEP_SHA_256', '--wrapping-key-spec RSA_4096'],
  ImportKeyMaterial: [
    '--import-token fileb://import-token.bin',
    '--encrypted-key-material fileb://key-material.bin',
  ],
  PutKeyPolicy: ['--policy file://key-policy.json'],
  ReplicateKey: ['--replica-region REGION'],
  RetireGrant: ['--grant-id GRANT_ID'],
  RevokeGrant: ['--grant-id GRANT_ID'],
  ScheduleKeyDeletion: ['--pending-window-in-days 30'],
  Sign: ['--message fileb://message.bin', '--signing-algorithm RSASSA_PSS_SHA_256'],
  TagResource: ['--tags TagKey=KEY,TagValue=VALUE'],
  UntagResource: ['--tag-keys KEY'],
  UpdateAlias: ['--alias-name alias/NAME'],
  UpdateKeyDescription: ['--description TEXT'],
  UpdatePrimaryRegion: ['--primary-region REGION'],
  Verify: [
    '--message fileb://message.bin',
    '--signature fileb://signature.bin',
    '--signing-algorithm RSASSA_PSS_SHA_256',
  ],
  VerifyMac: ['--message fileb://message.bin', '--mac fileb://mac.bin', '--mac-algorithm HMAC_SHA_256'],
};

/** The option that names the key. */
function keyOption(action: string): string | null {
  switch (action) {
    case 'ReEncryptFrom':
      return '--ciphertext-blob fileb://ciphertext.bin --destination-key-id KEY_ARN --source-key-id';
    case 'ReEncryptTo':
      return '--ciphertext-blob fileb://ciphertext.bin --destination-key-id';
    case 'CreateAlias':
    case 'UpdateAlias':
      return '--target-key-id';
    case 'DeleteAlias':
      return '--alias-name';
    default:
      return action in actions && actions[action as ActionName].resource === 'account' ? null : '--key-id';
  }
}

/** Permissions without an operation of their own, and operations about things that are not on this page. */
const withoutCommand = /^(SynchronizeMultiRegionKey|ListRetirableGrants|.*CustomKeyStores?)$/;

/** `GenerateDataKey` as `generate-data-key`. */
export function commandName(operation: string): string {
  return operation.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

function encryptionContext(form: RequestForm, action: string): string[] {
  const rows = form.encryptionContext.filter(({ key }) => key !== '');
  const takesIt = action in actions && actions[action as ActionName].encryptionContext;
  if (rows.length === 0 || !takesIt || action === 'CreateGrant') return [];
  const json = JSON.stringify(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
  const side = { ReEncryptFrom: 'source-', ReEncryptTo: 'destination-' }[action] ?? '';
  return [`--${side}encryption-context ${shellWord(json)}`];
}

/** The `aws kms` command, or null where no command makes this request: services call KMS by themselves. */
export function cliCommand(form: RequestForm): string | null {
  const action = /^kms:(\w+)$/.exec(form.action.trim())?.[1];
  const isService = form.principal.trim().endsWith('.amazonaws.com');
  if (!action || withoutCommand.test(action) || form.viaService.trim() !== '' || isService) return null;
  const resource = form.resource.trim();
  const region = /^arn:[^:]*:kms:([^:]+):/.exec(resource)?.[1];
  const option = keyOption(action);
  const options = [
    ...(option === null || resource === '*' ? [] : [`${option} ${shellWord(resource)}`]),
    ...(extras[action] ?? []),
    ...encryptionContext(form, action),
    ...(region ? [`--region ${region}`] : []),
  ];
  return [`aws kms ${commandName(action.replace(/^(ReEncrypt).*/, '$1'))}`, ...options].join(' \\\n  ');
}
