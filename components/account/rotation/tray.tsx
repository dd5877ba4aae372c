'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { base64ToText, textToBase64 } from '@/lib/model/account-inputs.ts';
import type { KeyView } from '@/lib/model/account-view.ts';
import { nameOf, useTools } from '../account-context.ts';
import { TextField } from '../fields.tsx';
import { useKeyCall } from '../keys/use-key-call.ts';
import { dayText, shortId } from '../words.ts';
import type { Ciphertext } from './ciphertexts.ts';
import styles from './rotation.module.css';

interface TrayProps {
  readonly target: KeyView;
  /** Of all keys. */
  readonly ciphertexts: readonly Ciphertext[];
}

/** Something to encrypt, and what was encrypted before, to be decrypted at any later time. */
export function Tray({ target, ciphertexts }: TrayProps) {
  const { busy, call, view } = useTools();
  const callKey = useKeyCall(target);
  const [text, setText] = useState('attack at dawn');
  const [context, setContext] = useState('');
  const [, name = '', value = ''] = /^\s*([^=]+?)\s*=\s*(.*)$/.exec(context) ?? [];
  return (
    <section aria-label="Ciphertexts">
      <h2 className={styles.title}>Ciphertexts</h2>
      <div className={styles.encrypt}>
        <TextField label="Text to encrypt" value={text} onChange={setText} />
        <TextField
          label="Encryption context"
          value={context}
          onChange={setContext}
          placeholder="purpose = backup"
        />
        <Button
          disabled={busy}
          onClick={() =>
            callKey('Encrypt', {
              Plaintext: textToBase64(text),
              ...(name !== '' && { EncryptionContext: { [name]: value } }),
            })
          }
        >
          Encrypt
        </Button>
      </div>
      {ciphertexts.length === 0 ? (
        <p className={styles.muted}>
          Nothing encrypted yet. Encrypt a text, move the clock past a few rotations, and decrypt it.
        </p>
      ) : (
        <ol className={styles.tray}>
          {ciphertexts.toReversed().map((one) => {
            const key = view.keys.find(({ arn }) => arn === one.keyArn);
            const region = one.keyArn.split(':')[3] ?? '';
            const words = base64ToText(one.plaintext) ?? 'bytes';
            return (
              <li key={one.index}>
                <div>
                  <strong>{words}</strong>
                  <span className={styles.muted}>
                    {' '}
                    under {key ? nameOf(key) : 'a key that is gone'}, {dayText(one.at)}
                    {one.keyMaterialId && `, key material ${shortId(one.keyMaterialId)}`}
                  </span>
                  <p className={styles.opened}>{openedText(one)}</p>
                </div>
                <Button
                  disabled={busy}
                  onClick={() =>
                    call(
                      'Decrypt',
                      {
                        CiphertextBlob: one.blob,
                        ...(Object.keys(one.context).length > 0 && { EncryptionContext: one.context }),
                      },
                      { region },
                    )
                  }
                >
                  Decrypt
                  <VisuallyHidden>
                    {' '}
                    {words} of {dayText(one.at)}
                  </VisuallyHidden>
                </Button>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

function openedText({ opened }: Ciphertext): string {
  if (opened === null) return '';
  if (!opened.ok) return 'It did not open; above stands why.';
  return opened.keyMaterialId ? `Opened with key material ${shortId(opened.keyMaterialId)}` : 'Opened';
}
