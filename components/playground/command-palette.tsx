'use client';
import { type KeyboardEvent, useId, useState } from 'react';
import { Dialog } from '@/components/ui/dialog.tsx';
import { keyNames } from './action-keys.ts';
import { isEnabled, type LabTools, labActions } from './actions.ts';
import styles from './dialogs.module.css';
import { openScenario } from './places.ts';

interface Command {
  readonly id: string;
  readonly words: string;
  readonly group: string;
  readonly keys?: string;
  run(): void;
}

function commandsOf(tools: LabTools): readonly Command[] {
  const { playground } = tools;
  const actions = labActions
    .filter((action) => action.id !== 'palette' && isEnabled(action, tools))
    .map((action): Command => ({ ...action, run: () => action.run(tools) }));
  const documents = playground.bench.present.documents.map(
    ({ id, name }): Command => ({
      id: `document ${id}`,
      words: `Open ${name}`,
      group: 'Policies',
      run: () => {
        tools.showPane('policy');
        playground.dispatch({ type: 'show', document: id });
      },
    }),
  );
  const scenarios = playground.cards.map(
    ({ slug, title }): Command => ({
      id: `scenario ${slug}`,
      words: title,
      group: 'Scenario',
      run: () => void openScenario(slug).then((opened) => opened && playground.open(opened)),
    }),
  );
  return [...actions, ...documents, ...scenarios];
}

/** Every word that was typed is somewhere in the command. */
function isMeant({ words, group }: Command, typed: string): boolean {
  const text = `${group} ${words}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** All commands, found by typing a part of their names. */
export function CommandPalette({ tools, onClose }: { tools: LabTools; onClose: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const commands = commandsOf(tools).filter((command) => isMeant(command, typed));
  const current = Math.min(at, commands.length - 1);

  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    // The dialog gives the focus back first, so that the command may place it.
    setTimeout(() => command.run());
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0 };
    const next = event.key === 'Home' && typed !== '' ? undefined : moves[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      run(commands[current]);
    } else if (next !== undefined && commands.length > 0) {
      event.preventDefault();
      const index = (next + commands.length) % commands.length;
      setAt(index);
      document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' });
    }
  };

  return (
    <Dialog open onClose={onClose} title="Commands">
      <input
        role="combobox"
        aria-label="Command"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={commands.length > 0 ? `${id}-${current}` : undefined}
        aria-autocomplete="list"
        className={styles.search}
        placeholder="Type what you want to do"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        spellCheck={false}
        autoComplete="off"
        data-first
      />
      <div role="listbox" id={`${id}-list`} aria-label="Commands" className={styles.commands}>
        {commands.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the combobox's.
          <div
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={styles.command}
            onClick={() => run(command)}
          >
            <span className={styles.group}>{command.group}</span>
            <span className={styles.words}>{command.words}</span>
            {command.keys && <Keys keys={command.keys} />}
          </div>
        ))}
      </div>
      {commands.length === 0 && <p className={styles.empty}>No command has these words.</p>}
    </Dialog>
  );
}

/** Keys to press together. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keyNames(keys).map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  );
}
