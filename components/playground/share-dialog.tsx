'use client';
import { useEffect, useState } from 'react';
import { CopyButton } from '@/components/decision/copy-button.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { realAccountIds, withExampleAccounts } from '@/lib/model/account-ids.ts';
import { type PlaygroundState, readPlayground } from '@/lib/model/playground.ts';
import { packState } from '@/lib/model/share-link.ts';
import styles from './dialogs.module.css';
import { edit } from './edits.ts';
import { usePlayground } from './provider.tsx';

/** Longer links are cut by some programs that they are sent through. */
const longLink = 2000;

const withExamples = (state: PlaygroundState): PlaygroundState =>
  readPlayground(JSON.parse(withExampleAccounts(JSON.stringify(state)))) ?? state;

/** A link with the whole state in it, after a look at whose account ids are in there. */
export function ShareDialog({ onClose, onExport }: { onClose: () => void; onExport: () => void }) {
  const { bench, dispatch, title } = usePlayground();
  const { present } = bench;
  const [link, setLink] = useState<string | null>(null);
  const ids = realAccountIds(JSON.stringify(present));

  useEffect(() => {
    let current = true;
    void packState(present).then((packed) => {
      if (current) setLink(`${location.origin}/playground#${packed}`);
    });
    return () => {
      current = false;
    };
  }, [present]);

  const policy = present.documents.find(({ kind }) => kind === 'key')?.text ?? '';
  return (
    <Dialog open onClose={onClose} title="Share">
      {ids.length > 0 && (
        <div className={styles.warning} role="alert">
          <p>
            {ids.length === 1
              ? 'This looks like the id of a real account'
              : 'These look like ids of real accounts'}
            : <code>{ids.join(', ')}</code>. Whoever gets the link can read it.
          </p>
          <Button onClick={() => dispatch(edit(withExamples))}>Replace with example accounts</Button>
        </div>
      )}
      <p className={styles.hint}>
        The link carries everything: policies, world, request. Nothing is uploaded, and whoever opens it keeps
        their own drafts.
      </p>
      <label className={styles.label}>
        Link
        <input
          className={styles.search}
          readOnly
          value={link ?? 'Making the link …'}
          onFocus={(event) => event.target.select()}
        />
      </label>
      {link && (
        <>
          {link.length > longLink && (
            <p className={styles.hint}>
              This link has {link.length.toLocaleString('en')} characters, and some programs cut links of more
              than 2,000. A file is safer; a short link will be possible once you are signed in.
            </p>
          )}
          <div className={styles.buttons}>
            <CopyButton text={link} label="Copy the link" words="Copy link" />
            <CopyButton text={`[${title}](${link})`} label="Copy as Markdown" words="Copy as Markdown" />
            <CopyButton
              text={`[${title}](${link})\n\n\`\`\`json\n${policy}\n\`\`\`\n`}
              label="Copy as Markdown with the policy"
              words="Markdown with the policy"
            />
            <Button variant="plain" onClick={onExport}>
              Save as a file
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
