'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { KeyView } from '@/lib/model/account-view.ts';
import { useTools } from '../account-context.ts';
import { TextField } from '../fields.tsx';
import styles from './keys.module.css';
import { useKeyCall } from './use-key-call.ts';

/** Tags and description: what is written on the key. */
export function Tags({ target }: { target: KeyView }) {
  const { busy } = useTools();
  const call = useKeyCall(target);
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const [description, setDescription] = useState(target.description);
  return (
    <section className={styles.section} aria-label="Tags and description">
      <h3>Tags and description</h3>
      {target.tags.length === 0 ? (
        <p className={styles.muted}>No tags.</p>
      ) : (
        <ul className={styles.items}>
          {target.tags.map((tag) => (
            <li key={tag.key}>
              <code>
                {tag.key} = {tag.value}
              </code>
              <Button
                variant="plain"
                disabled={busy}
                onClick={() => call('UntagResource', { TagKeys: [tag.key] })}
              >
                Remove<VisuallyHidden> the tag {tag.key}</VisuallyHidden>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.pair}>
        <TextField label="Tag key" value={name} onChange={setName} />
        <TextField label="Tag value" value={value} onChange={setValue} />
      </div>
      <div className={styles.actions}>
        <Button
          disabled={busy}
          onClick={() => call('TagResource', { Tags: [{ TagKey: name, TagValue: value }] })}
        >
          Add the tag
        </Button>
      </div>
      <TextField label="Description" value={description} onChange={setDescription} />
      <div className={styles.actions}>
        <Button disabled={busy} onClick={() => call('UpdateKeyDescription', { Description: description })}>
          Set the description
        </Button>
      </div>
    </section>
  );
}
