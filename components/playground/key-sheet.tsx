'use client';
import { Dialog } from '@/components/ui/dialog.tsx';
import { groupBy } from '@/lib/model/group-by.ts';
import { labActions } from './actions.ts';
import { Keys } from './command-palette.tsx';
import styles from './dialogs.module.css';
import { useLetterKeys } from './letter-keys.ts';

/** All keys of the workbench, from the list of its actions. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const [work, choose] = useLetterKeys();
  const groups = groupBy(
    labActions.filter(({ keys }) => keys),
    ({ group }) => group,
  );
  return (
    <Dialog open onClose={onClose} title="Keys">
      <p className={styles.hint}>
        Single characters work outside text fields. <kbd>Esc</kbd> leaves the editor.
      </p>
      <label className={styles.toggle}>
        <input type="checkbox" checked={work} onChange={(event) => choose(event.target.checked)} />
        Single characters are keys. Without them, all is still in the commands.
      </label>
      {Array.from(groups, ([group, actions]) => (
        <section key={group} className={styles.keyGroup}>
          <h3>{group}</h3>
          <dl>
            {actions.map(({ id, words, keys = '' }) => (
              <div key={id}>
                <dt>{words}</dt>
                <dd>
                  <Keys keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
