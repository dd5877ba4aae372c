import styles from './workbench.module.css';

const panes = { policy: 'Policy', request: 'Request', why: 'Why' } as const;

export type Pane = keyof typeof panes;

/** On phones: which of the panes is shown. Wider windows show them all and hide this. */
export function PhoneTabs({ pane, onChoose }: { pane: Pane; onChoose: (pane: Pane) => void }) {
  return (
    <nav className={styles.tabs} aria-label="Parts of the playground">
      {(Object.keys(panes) as Pane[]).map((name) => (
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
