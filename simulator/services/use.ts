import type { Decision } from '../authorize/types.ts';
import { managedKeyPolicies } from '../catalog/managed-key-policies.ts';
import { type Service, services } from '../catalog/services.ts';
import type { OperationName } from '../catalog/types.ts';
import { fromBase64, toBase64 } from '../keys/bytes.ts';
import { parseArn } from '../match/arn.ts';
import { parseCaller } from '../match/caller.ts';
import type { WorldCaller } from '../operations/framework/call.ts';
import type { Input } from '../operations/framework/inputs.ts';
import type { Output } from '../operations/framework/outputs.ts';
import type { World } from '../operations/world.ts';
import { type FailureRow, failureOf, failures } from './failures.ts';
import type { HeldDataKey, KeyChoice, Sender, ServiceFailure, Stored } from './types.ts';
import type { ServiceName } from './verbs.ts';

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

/** Something to be kept, with the encryption context that binds it to its place. */
export interface Kept {
  readonly id: string;
  readonly content: string;
  readonly context: Context;
}

/** One use of a service by somebody, with the ways in which services call KMS. */
export class Use {
  readonly account: string;
  readonly region: string;
  private readonly world: World;
  private readonly caller: WorldCaller;
  private readonly service: Service;
  private readonly sender: Sender | null;

  constructor(world: World, caller: WorldCaller, service: Service, sender: Sender | null = null) {
    this.world = world;
    this.caller = caller;
    this.service = service;
    this.sender = sender;
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

  /** The same use, of a service that this one works with. */
  of(name: ServiceName): Use {
    return new Use(this.world, this.caller, services[name], this.sender);
  }

  /** Whether AWS manages a key. */
  isOfAws(keyArn: string): boolean {
    return this.world.managerOf(keyArn) === 'AWS';
  }

  /** The same use by an AWS service that sends to, or reads from, what the caller has. */
  by(sender: Sender | undefined): Use {
    return sender === undefined ? this : new Use(this.world, this.caller, this.service, sender);
  }

  /** Calls KMS with the credentials of whoever uses the service. */
  direct<Op extends OperationName>(op: Op, input: Input<Op>, row: FailureRow): Promise<Output<Op>> {
    if (this.sender !== null) return this.asService(this.sender, op, input, row);
    return this.call({ ...this.caller, ...this.via() }, op, input, row);
  }

  /** Calls KMS with the credentials of whoever uses the service, as if they called themselves. */
  asItself<Op extends OperationName>(
    invokedBy: string,
    op: Op,
    input: Input<Op>,
    row: FailureRow,
  ): Promise<Output<Op>> {
    return this.call({ ...this.caller, invokedBy }, op, input, row);
  }

  /** Calls KMS as an AWS service that works for a resource, which its condition keys name. */
  asService<Op extends OperationName>(
    { service, sourceArn }: Sender,
    op: Op,
    input: Input<Op>,
    row: FailureRow = failures.notSimulated,
  ): Promise<Output<Op>> {
    const account = parseArn(sourceArn)?.account || this.account;
    const context = { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': account };
    return this.as({ arn: service, context }, op, input, row);
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
  async keep(kept: Kept, choice: KeyChoice, row: FailureRow): Promise<Stored> {
    const chosen = this.keyFor(choice);
    if (chosen === null) return this.unasked(kept.id, kept.content);
    const KeyId = await this.nameFor(chosen, row);
    const request = { KeyId, KeySpec: 'AES_256', EncryptionContext: kept.context } as const;
    return keptUnder(kept, await this.direct('GenerateDataKey', request, row));
  }

  /** Reads what is kept: with KMS, if KMS encrypted it. */
  async read(stored: Stored, row: FailureRow): Promise<string> {
    const request = decryption(stored);
    if (request !== null) await this.direct('Decrypt', request, row);
    return stored.content;
  }

  /** Whether the service still holds the data key of something for whoever uses it now. */
  holds({ held }: Stored, to: HeldDataKey['to']): boolean {
    if (held === undefined || held.to !== to || held.by !== this.who) return false;
    return held.until === null || this.now < held.until;
  }

  /** The data key stays in the service's memory for so many seconds; null: nobody knows how long. */
  hold(stored: Stored, to: HeldDataKey['to'], seconds: number | null): Stored {
    if (stored.ciphertext === null) return stored;
    const until = seconds === null ? null : this.now + seconds * 1000;
    return { ...stored, held: { by: this.who, to, until } };
  }

  private get who(): string {
    return this.sender?.service ?? this.caller.arn;
  }

  private get now(): number {
    return this.world.now.getTime();
  }

  /** A service has no account in which a name without one could be looked up. */
  private async nameFor(chosen: string, row: FailureRow): Promise<string> {
    if (this.sender === null || chosen.startsWith('arn:')) return chosen;
    // Choosing a predefined alias brings its key about; the sender comes later.
    if (chosen.startsWith('alias/aws/')) {
      const owner = new Use(this.world, this.caller, this.service);
      return (await owner.direct('DescribeKey', { KeyId: chosen }, row)).KeyMetadata.Arn;
    }
    return this.arn('kms', chosen.startsWith('alias/') ? chosen : `key/${chosen}`);
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
  { id, content, context }: Kept,
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
