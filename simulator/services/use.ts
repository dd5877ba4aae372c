import type { Decision } from '../authorize/types.ts';
import { managedKeyPolicies } from '../catalog/managed-key-policies.ts';
import type { Service } from '../catalog/services.ts';
import type { OperationName } from '../catalog/types.ts';
import { fromBase64, toBase64 } from '../keys/bytes.ts';
import { parseCaller } from '../match/caller.ts';
import type { WorldCaller } from '../operations/framework/call.ts';
import type { Input } from '../operations/framework/inputs.ts';
import type { Output } from '../operations/framework/outputs.ts';
import type { World } from '../operations/world.ts';
import { type FailureRow, failureOf, failures } from './failures.ts';
import type { KeyChoice, ServiceFailure, Stored } from './types.ts';

/** How a verb stops: thrown here, caught once, in `use-service.ts`, and handed out as a value. */
export class Stop extends Error {
  readonly failure: ServiceFailure;
  readonly decision: Decision | null;

  constructor(failure: ServiceFailure, decision: Decision | null = null) {
    super(failure.message);
    this.failure = failure;
    this.decision = decision;
  }
}

/** Stops a verb at what nobody has simulated, without a call. */
export function notSimulated(message: string): never {
  throw new Stop({ name: null, message: `Not simulated: ${message}`, kms: null });
}

type Context = Readonly<Record<string, string>>;

/** One use of a service by somebody, with the ways in which services call KMS. */
export class Use {
  readonly account: string;
  readonly region: string;
  private readonly world: World;
  private readonly caller: WorldCaller;
  private readonly service: Service;

  constructor(world: World, caller: WorldCaller, service: Service) {
    this.world = world;
    this.caller = caller;
    this.service = service;
    this.region = caller.region ?? world.region;
    this.account = parseCaller(caller.arn)?.account ?? '';
  }

  /** An ARN of the caller's account and Region. */
  arn(service: string, resource: string): string {
    return `arn:aws:${service}:${this.region}:${this.account}:${resource}`;
  }

  /** The service's principal in this Region. */
  principal(prefix: string): string {
    return `${prefix}.${this.region}.amazonaws.com`;
  }

  /** Calls KMS with the caller's credentials. */
  direct<Op extends OperationName>(op: Op, input: Input<Op>, row: FailureRow): Promise<Output<Op>> {
    return this.call({ ...this.caller, ...this.via() }, op, input, row);
  }

  /** Calls KMS as somebody else: the service itself, or an instance. */
  as<Op extends OperationName>(
    caller: WorldCaller,
    op: Op,
    input: Input<Op>,
    row: FailureRow = failures.notSimulated,
  ): Promise<Output<Op>> {
    return this.call({ region: this.region, ...caller }, op, input, row);
  }

  /** The key that the choice comes to; null where KMS is not asked. */
  keyFor({ kms = false, kmsKeyId }: KeyChoice): string | null {
    if (kmsKeyId !== undefined) return kmsKeyId;
    if (!kms && this.service.defaultEncryption !== 'awsManaged') return null;
    const { alias, name } = this.service;
    if (alias === null) notSimulated(`${name} has no AWS managed key.`);
    if (!Object.hasOwn(managedKeyPolicies, alias)) {
      notSimulated(`the policy of ${alias} has not been read; name a customer managed key.`);
    }
    return `alias/${alias}`;
  }

  /** What is kept without asking KMS, by the service's default. */
  unasked(id: string, content: string): Stored {
    const { defaultEncryption: encryption } = this.service;
    return {
      id,
      encryption: encryption === 'awsManaged' ? 'none' : encryption,
      keyArn: null,
      ciphertext: null,
      encryptionContext: {},
      content,
    };
  }

  /** Keeps something under a data key of its own. */
  async keep(
    { id, content, context }: { readonly id: string; readonly content: string; readonly context: Context },
    choice: KeyChoice,
    row: FailureRow,
  ): Promise<Stored> {
    const KeyId = this.keyFor(choice);
    if (KeyId === null) return this.unasked(id, content);
    const made = await this.direct(
      'GenerateDataKey',
      { KeyId, KeySpec: 'AES_256', EncryptionContext: context },
      row,
    );
    return keptUnder({ id, content, context }, made);
  }

  /** Reads what is kept: with KMS, if KMS encrypted it. */
  async read(stored: Stored, row: FailureRow): Promise<string> {
    const request = decryption(stored);
    if (request !== null) await this.direct('Decrypt', request, row);
    return stored.content;
  }

  private via(): Pick<WorldCaller, 'viaService'> {
    // What CloudTrail delivered is read through S3.
    const [prefix = this.service.access === 'servicePrincipal' ? 's3' : undefined] = this.service.viaService;
    return prefix === undefined ? {} : { viaService: this.principal(prefix) };
  }

  private async call<Op extends OperationName>(
    caller: WorldCaller,
    operation: Op,
    input: Input<Op>,
    row: FailureRow,
  ): Promise<Output<Op>> {
    const result = await this.world.call(caller, operation, input);
    if (result.ok) return result.output;
    throw new Stop(failureOf(row, result.error), result.decision ?? null);
  }
}

/** What is kept once KMS has encrypted a data key, or the content itself. */
export function keptUnder(
  { id, content, context }: { readonly id: string; readonly content: string; readonly context: Context },
  { KeyId, CiphertextBlob }: { readonly KeyId: string; readonly CiphertextBlob: Uint8Array },
): Stored {
  return {
    id,
    encryption: 'kms',
    keyArn: KeyId,
    ciphertext: toBase64(CiphertextBlob),
    encryptionContext: context,
    content,
  };
}

/** The request to decrypt what is kept, without a key as services send it; null if KMS had no part in it. */
export function decryption({ ciphertext, encryptionContext }: Stored): Input<'Decrypt'> | null {
  if (ciphertext === null) return null;
  return { CiphertextBlob: fromBase64(ciphertext), EncryptionContext: encryptionContext };
}
