'use client';
import { useState } from 'react';
import styles from '@/components/playground/dialogs.module.css';
import { edit } from '@/components/playground/edits.ts';
import { usePlayground } from '@/components/playground/provider.tsx';
import { addDocument, addIdentity } from '@/components/playground/world-edits.ts';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import type { PlaygroundState } from '@/lib/model/playground.ts';
import { describeUnread } from '@/simulator/explain/access.ts';
import { verdictWords } from '@/simulator/explain/en.ts';
import type { ReadRequest } from '@/simulator/index.ts';
import { formFromPaste, readPaste, renameFirstKey, type UnknownKey, unknownKeyOf } from './read-paste.ts';

/** The state with a pasted request in it: its caller known, its key known, the form filled in. */
function filled(state: PlaygroundState, read: ReadRequest, unknownKey: UnknownKey): PlaygroundState {
  const key = unknownKeyOf(state, read);
  const withKey =
    key === null
      ? state
      : unknownKey === 'rename'
        ? renameFirstKey(state, key)
        : addDocument(
            { ...state, world: { ...state.world, keys: [...state.world.keys, { arn: key }] } },
            { kind: 'key', owner: key },
          );
  const request = formFromPaste(withKey, read);
  return { ...addIdentity(withKey, request.principal), request };
}

/** Reads an AccessDenied message or a CloudTrail event, shows what is in it, and fills in the request. */
export function PasteDialog({ onClose, onFilled }: { onClose: () => void; onFilled: () => void }) {
  const { bench, dispatch } = usePlayground();
  const [text, setText] = useState('');
  const [unknownKey, setUnknownKey] = useState<UnknownKey>('rename');
  const read = text.trim() === '' ? null : readPaste(text);
  const found = read && Object.keys(read.request).length > 0;
  const form = read && formFromPaste(bench.present, read);
  const newKey = read && unknownKeyOf(bench.present, read);

  return (
    <Dialog open onClose={onClose} title="Paste an error or an event">
      <label className={styles.label}>
        An AccessDenied message, or a CloudTrail event as JSON
        <textarea
          className={styles.area}
          rows={8}
          value={text}
          onChange={(event) => setText(event.target.value)}
          spellCheck={false}
          data-first
        />
      </label>
      <p className={styles.hint}>It is read in your browser. Nothing is uploaded.</p>
      <div role="status">
        {read && form && found && (
          <dl className={styles.facts}>
            <Fact name="Who" value={read.request.principal === undefined ? '' : form.principal} />
            <Fact name="Does what" value={read.request.action ?? ''} />
            <Fact name="To which key" value={read.request.resource ?? ''} />
            <Fact name="Through" value={form.viaService} />
            <Fact
              name="Encryption context"
              value={form.encryptionContext.map((pair) => `${pair.key} = ${pair.value}`).join(', ')}
            />
            <Fact
              name="AWS answered"
              value={read.expected?.verdict ? verdictWords[read.expected.verdict].word : ''}
            />
          </dl>
        )}
        {read && read.unread.length > 0 && (
          <ul className={styles.list}>
            {read.unread.map((part) => (
              <li key={part}>{describeUnread(part)}</li>
            ))}
          </ul>
        )}
      </div>
      {newKey && (
        <fieldset className={styles.choice}>
          <legend>This key is not in the playground yet</legend>
          <label>
            <input
              type="radio"
              name="key"
              checked={unknownKey === 'rename'}
              onChange={() => setUnknownKey('rename')}
            />
            It is the key whose policy is here: take over its ARN
          </label>
          <label>
            <input
              type="radio"
              name="key"
              checked={unknownKey === 'add'}
              onChange={() => setUnknownKey('add')}
            />
            It is another key: add it, with the default key policy until yours is pasted
          </label>
        </fieldset>
      )}
      <Button
        variant="primary"
        disabled={!found}
        onClick={() => {
          if (!read) return;
          dispatch(edit((state) => filled(state, read, unknownKey)));
          onClose();
          onFilled();
        }}
      >
        Fill in the request
      </Button>
    </Dialog>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  if (value === '') return null;
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>
        <code>{value}</code>
      </dd>
    </div>
  );
}
