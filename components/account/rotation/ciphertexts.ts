/* The ciphertexts of a session, and what became of them. */
import type { StepOutcome } from '@/lib/model/account-world.ts';

export interface Ciphertext {
  /** Position of the step that made it. */
  readonly index: number;
  /** Base64. */
  readonly blob: string;
  /** Base64; what was encrypted. */
  readonly plaintext: string;
  readonly context: Readonly<Record<string, string>>;
  readonly keyArn: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly keyMaterialId: string | null;
  /** How it was decrypted last; null: never tried. */
  readonly opened:
    | { readonly ok: true; readonly keyMaterialId: string | null }
    | { readonly ok: false }
    | null;
}

/** What was encrypted, in the order in which it was. */
export function ciphertextsOf(outcomes: readonly StepOutcome[]): readonly Ciphertext[] {
  return outcomes.flatMap((outcome): Ciphertext[] => {
    const { step, answer, at, index, keyMaterialId } = outcome;
    if (step.type !== 'call' || step.operation !== 'Encrypt' || !answer.ok) return [];
    const { output } = answer;
    if (typeof output !== 'object' || output === null || Array.isArray(output)) return [];
    const { CiphertextBlob: blob, KeyId: keyArn } = output;
    const { Plaintext: plaintext, EncryptionContext: context } = step.input;
    if (typeof blob !== 'string' || typeof keyArn !== 'string' || typeof plaintext !== 'string') return [];
    return [
      {
        ...{ index, blob, plaintext, keyArn, at, keyMaterialId },
        context: isTexts(context) ? context : {},
        opened: lastOpening(outcomes, blob),
      },
    ];
  });
}

function lastOpening(outcomes: readonly StepOutcome[], blob: string): Ciphertext['opened'] {
  const last = outcomes.findLast(
    ({ step }) => step.type === 'call' && step.operation === 'Decrypt' && step.input.CiphertextBlob === blob,
  );
  if (last === undefined) return null;
  return last.answer.ok ? { ok: true, keyMaterialId: last.keyMaterialId } : { ok: false };
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((item) => typeof item === 'string')
  );
}
