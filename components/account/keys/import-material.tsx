'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { fromBase64, toBase64 } from '@/lib/model/account-inputs.ts';
import type { KeyView } from '@/lib/model/account-view.ts';
import type { StepOutcome } from '@/lib/model/account-world.ts';
import { useTools } from '../account-context.ts';
import { CheckField, TextField } from '../fields.tsx';
import { dayText, shortId } from '../words.ts';
import styles from './keys.module.css';
import { useKeyCall } from './use-key-call.ts';

/** Key material of the reader's own: 32 bytes made of a phrase, wrapped as KMS asks for it. */
export function ImportMaterial({ target }: { target: KeyView }) {
  const { busy, outcomes, view } = useTools();
  const call = useKeyCall(target);
  const [phrase, setPhrase] = useState('correct horse battery staple');
  const [expires, setExpires] = useState(false);
  const [days, setDays] = useState('30');
  const [isNew, setIsNew] = useState(false);
  const parameters = parametersFor(target, outcomes);
  const isSymmetric = target.keySpec === 'SYMMETRIC_DEFAULT';
  const put = async () => {
    if (parameters === null) return;
    const validTo = Math.floor(view.now / 1000) + Number(days) * 86_400;
    await call('ImportKeyMaterial', {
      ImportToken: parameters.token,
      EncryptedKeyMaterial: await wrapped(phrase, parameters.publicKey),
      ...(expires
        ? { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: validTo }
        : { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }),
      ...(isNew && { ImportType: 'NEW_KEY_MATERIAL' }),
    });
  };
  return (
    <section className={styles.section} aria-label="Imported key material">
      <h3>Imported key material</h3>
      {target.materials.length > 0 && (
        <ul className={styles.items}>
          {target.materials.map(({ id, isCurrent, isPending, isThere, expiresAt }) => (
            <li key={id}>
              <code title={id}>{shortId(id)}</code>
              <span className={styles.muted}>
                {isCurrent ? 'current' : isPending ? 'waits for a rotation' : 'earlier'}
                {!isThere && ', gone: import it again'}
                {expiresAt !== null && `, expires ${dayText(expiresAt)}`}
              </span>
              <Button
                variant="plain"
                disabled={busy}
                onClick={() => call('DeleteImportedKeyMaterial', { KeyMaterialId: id })}
              >
                Delete
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isSymmetric ? (
        <>
          <p className={styles.muted}>
            First KMS gives out a public key and an import token. Then the material goes in, encrypted under
            that key.
          </p>
          <div className={styles.actions}>
            <Button
              disabled={busy}
              onClick={() =>
                call('GetParametersForImport', {
                  WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
                  WrappingKeySpec: 'RSA_2048',
                })
              }
            >
              Get the parameters
            </Button>
          </div>
          <TextField
            label="A phrase"
            value={phrase}
            onChange={setPhrase}
            hint="Its SHA-256 is the key material, so the same phrase is the same material again."
          />
          <CheckField label="It expires" checked={expires} onChange={setExpires} />
          {expires && (
            <TextField label="Days until then" type="number" min={1} value={days} onChange={setDays} />
          )}
          {target.materials.length > 0 && (
            <CheckField
              label="New key material, for the next rotation on demand"
              checked={isNew}
              onChange={setIsNew}
            />
          )}
          <div className={styles.actions}>
            <Button disabled={busy || parameters === null} onClick={() => void put()}>
              Import the material
            </Button>
          </div>
        </>
      ) : (
        <p className={styles.muted}>
          This page makes material for symmetric encryption keys only. The simulator imports the others, too:
          through the local endpoint.
        </p>
      )}
    </section>
  );
}

interface Parameters {
  readonly token: string;
  readonly publicKey: string;
}

/** What GetParametersForImport last gave out for this key. */
function parametersFor(target: KeyView, outcomes: readonly StepOutcome[]): Parameters | null {
  for (const { step, answer } of outcomes.toReversed()) {
    if (step.type !== 'call' || step.operation !== 'GetParametersForImport' || !answer.ok) continue;
    const { output } = answer;
    if (typeof output !== 'object' || output === null || Array.isArray(output)) continue;
    const { KeyId, ImportToken, PublicKey } = output;
    if (KeyId !== target.arn || typeof ImportToken !== 'string' || typeof PublicKey !== 'string') continue;
    return { token: ImportToken, publicKey: PublicKey };
  }
  return null;
}

/** The phrase's SHA-256 under the public key, RSAES_OAEP_SHA_256, base64. */
async function wrapped(phrase: string, publicKey: string): Promise<string> {
  const material = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(phrase));
  const der = fromBase64(publicKey) ?? new Uint8Array();
  const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('spki', new Uint8Array(der), algorithm, false, ['encrypt']);
  return toBase64(new Uint8Array(await crypto.subtle.encrypt(algorithm, key, material)));
}
