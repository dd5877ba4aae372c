'use client';
import { Button } from '@/components/ui/button.tsx';
import { Mark } from '@/components/ui/mark.tsx';
import { isEnabled, type LabTools, labActions } from './actions.ts';
import type { DraftStatus } from './provider.tsx';
import styles from './workbench.module.css';

const draftWords: Record<DraftStatus, string> = {
  untouched: 'Changes are kept in this browser',
  kept: 'Draft kept in this browser',
  failed: 'This browser keeps no drafts',
  link: 'Opened from a link, kept nowhere yet',
};

/** What is open, how the saved requests fare, and the actions that are used most. */
export function Toolbar({ tools }: { tools: LabTools }) {
  const { title, draft, bench } = tools.playground;
  const { saved } = bench.settled;
  const passed = saved.filter((one) => one.passed).length;
  const failed = saved.length - passed;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Playground">
      <h1 className={styles.title}>Playground</h1>
      <button
        type="button"
        className={styles.scenario}
        aria-haspopup="dialog"
        onClick={() => tools.openDialog('scenarios')}
      >
        <span className={styles.scenarioLabel}>Scenario</span>
        <strong>{title}</strong>
        <span aria-hidden="true" className={styles.chevron} />
      </button>
      <span className={styles.status} role="status">
        {draftWords[draft]}
      </span>
      {saved.length > 0 && (
        <button type="button" className={styles.tally} onClick={() => tools.showPane('request')}>
          <span className={styles.passed}>
            <Mark kind="allow" size={14} /> {passed}
          </span>
          {failed > 0 && (
            <span className={styles.failed}>
              <Mark kind="cross" size={14} /> {failed}
            </span>
          )}
          <span className={styles.tallyWords}>saved requests as wanted</span>
        </button>
      )}
      <div className={styles.actions}>
        {labActions
          .filter(({ bar }) => bar)
          .map((action) => (
            <Button
              key={action.id}
              variant={action.id === 'save' ? 'quiet' : 'plain'}
              data-action={action.id}
              // The short name is the beginning of the long one, for whoever says what they see.
              aria-label={action.words.startsWith(action.bar ?? '') ? action.words : undefined}
              disabled={!isEnabled(action, tools)}
              onClick={() => action.run(tools)}
            >
              {action.bar}
            </Button>
          ))}
      </div>
    </div>
  );
}
