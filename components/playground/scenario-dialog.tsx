'use client';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Mark } from '@/components/ui/mark.tsx';
import { type KeptCopy, listCopies } from '@/lib/browser/playground-drafts.ts';
import { dropDraft } from '@/lib/browser/store.ts';
import styles from './dialogs.module.css';
import { type Opened, openPlace, openScenario } from './places.ts';
import { usePlayground } from './provider.tsx';

/** What to start from: scenarios, found by any of their words, and the copies that are kept in this browser. */
export function ScenarioDialog({ onClose, onPaste }: { onClose: () => void; onPaste: () => void }) {
  const { cards, bench, open } = usePlayground();
  const [typed, setTyped] = useState('');
  const [copies, setCopies] = useState<readonly KeptCopy[]>([]);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    listCopies().then(setCopies, () => setCopies([]));
  }, []);

  const words = typed.toLowerCase().split(/\s+/);
  const found = cards.filter(({ title, symptom }) => {
    const text = `${title} ${symptom}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });

  const choose = async (opening: Promise<Opened | null>) => {
    const opened = await opening;
    if (!opened) {
      setFailed(true);
      return;
    }
    open(opened);
    onClose();
  };

  return (
    <Dialog open onClose={onClose} title="Choose a scenario">
      <input
        type="search"
        data-first
        aria-label="Search scenarios"
        className={styles.search}
        placeholder="What do you see in AWS? An error, a service, a word"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {failed && <p role="alert">This could not be loaded. Are you offline?</p>}
      <p className={styles.count} role="status">
        {found.length} of {cards.length} scenarios
      </p>
      <ul className={styles.cards} aria-label="Scenarios">
        {found.map(({ slug, title, symptom }) => (
          <li key={slug}>
            <button
              type="button"
              className={styles.card}
              aria-current={bench.present.scenario === slug || undefined}
              onClick={() => void choose(openScenario(slug))}
            >
              <strong>{title}</strong>
              <span>{symptom}</span>
            </button>
          </li>
        ))}
      </ul>
      {copies.length > 0 && (
        <>
          <h3 className={styles.heading}>Your copies</h3>
          <ul className={styles.copies} aria-label="Your copies">
            {copies.map(({ id, name, updatedAt }) => (
              <li key={id}>
                <Button variant="plain" onClick={() => void choose(openPlace(id))}>
                  {name}
                </Button>
                <time dateTime={updatedAt}>{updatedAt.slice(0, 16).replace('T', ' ')}</time>
                <Button
                  variant="plain"
                  aria-label={`Delete ${name}`}
                  onClick={() =>
                    void dropDraft(id).then(() => setCopies(copies.filter((copy) => copy.id !== id)))
                  }
                >
                  <Mark kind="cross" size={12} />
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.hint}>
        Got an error of your own? <Button onClick={onPaste}>Paste it</Button>
      </p>
    </Dialog>
  );
}
