import type { PaneName } from './actions.ts';
import styles from './workbench.module.css';

const panes: Readonly<Record<PaneName, string>> = {
  policy: 'Policy',
  request: 'Request',
  why: 'Why',
  more: 'More',
};

/** On phones: which of the panes is shown. Wider windows show them all and hide this. */
export function PhoneTabs({ pane, onChoose }: { pane: PaneName; onChoose: (pane: PaneName) => void }) {
  return (
    <nav className={styles.tabs} aria-label="Parts of the playground">
      {(Object.keys(panes) as PaneName[]).map((name) => (
        <button
          key={name}
          type="button"
          aria-current={pane === name || undefined}
          className={styles.tab}
          onClick={() => onChoose(name)}
        >
          {panes[name]}
        </button>
      ))}
    </nav>
  );
}
