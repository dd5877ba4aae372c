import type { Decision } from '../authorize/types.ts';
import type { UnverifiedPart } from '../catalog/service-calls.ts';
import type { ServiceError } from '../operations/framework/refusal.ts';

/** What a service keeps: plain JSON, handed out when it is made and handed in again to use it. */
export interface Stored {
  /** The ARN, or what the service calls it: `vol-…`, `fs-…`. */
  readonly id: string;
  /** `awsOwned` and `serviceManaged` leave no trace in the account. */
  readonly encryption: 'awsOwned' | 'kms' | 'none' | 'serviceManaged';
  readonly keyArn: string | null;
  /** What KMS encrypted for the service, base64: a data key, or the value itself. */
  readonly ciphertext: string | null;
  readonly encryptionContext: Readonly<Record<string, string>>;
  /** It comes out only if KMS decrypts; the service's own encryption with the data key is not carried out. */
  readonly content: string;
  /** The grant by which the service uses the key for this. */
  readonly grantId?: string;
  /** A data key that the service still has in its memory. */
  readonly held?: HeldDataKey;
}

/** A data key that a service may use again without asking KMS. */
export interface HeldDataKey {
  /** Who got it: an ARN or a service principal. Others get one of their own. */
  readonly by: string;
  readonly to: 'decrypt' | 'encrypt';
  /** Milliseconds since 1970; null: AWS does not say how long. */
  readonly until: number | null;
}

/** An AWS service that acts by itself for one of its resources, so that the key policy has to name it. */
export interface Sender {
  /** `sns.amazonaws.com`. */
  readonly service: string;
  /** ARN of the topic, bucket, rule, distribution …: `aws:SourceArn`. */
  readonly sourceArn: string;
}

/** How a service refuses. */
export interface ServiceFailure {
  /** Null: how this service names it is not simulated. */
  readonly name: string | null;
  readonly message: string;
  /** What KMS had answered; null if the service did not get that far. */
  readonly kms: ServiceError | null;
}

interface Answered {
  /** What of this use was read in no source: show it with the calls. */
  readonly unverified: readonly UnverifiedPart[];
}

export type ServiceAnswer = Answered &
  (
    | { readonly ok: true; readonly stored: Stored; readonly content: string | null }
    | { readonly ok: false; readonly error: ServiceFailure; readonly decision?: Decision }
  );

/** Which key a customer asks a service for. Nothing at all: the service's default. */
export interface KeyChoice {
  /** SSE-KMS although no key is named: the AWS managed key. */
  readonly kms?: boolean;
  /** Key id, key ARN or alias. */
  readonly kmsKeyId?: string;
}
