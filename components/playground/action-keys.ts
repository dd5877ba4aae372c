'use client';
/* Keys as actions name them: `mod+shift+z`, `m`, `?`. */
import { useEffect, useRef } from 'react';
import { isEnabled, type LabTools, labActions } from './actions.ts';
import { letterKeysWork } from './letter-keys.ts';

interface Pressed {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
}

function parseKeys(keys: string): Pressed {
  const parts = keys.split('+');
  return { key: parts.at(-1) ?? '', mod: parts.includes('mod'), shift: parts.includes('shift') };
}

function matches(keys: string, event: KeyboardEvent): boolean {
  const { key, mod, shift } = parseKeys(keys);
  if (event.altKey || mod !== (event.metaKey || event.ctrlKey)) return false;
  // `?` and brackets are shifted on some keyboards and not on others: the character tells.
  if (mod && shift !== event.shiftKey) return false;
  return event.key.toLowerCase() === key;
}

function isTextInput(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type="checkbox"]), textarea, select, .monaco-editor') !== null)
  );
}

/** Runs actions by their keys. Letters are left to fields, undo to the field it would take back in, all to dialogs. */
export function useActionKeys(tools: LabTools): void {
  const latest = useRef(tools);
  latest.current = tools;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const action = labActions.find(({ keys }) => keys && matches(keys, event));
      if (!action) return;
      const isLetter = !action.keys?.startsWith('mod+');
      if (isLetter && !letterKeysWork()) return;
      const isForField = isLetter || action.keys?.endsWith('z');
      if (isForField && isTextInput(event.target)) return;
      event.preventDefault();
      if (isEnabled(action, latest.current)) action.run(latest.current);
    };
    // Before Monaco sees them.
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, []);
}

const isMac = () => /Mac|iP(hone|ad)/.test(navigator.platform);

/** The keys as they are printed on the reader's keyboard. Only to be called in the browser. */
export function keyNames(keys: string): readonly string[] {
  return keys.split('+').map((part) => {
    if (part === 'mod') return isMac() ? '⌘' : 'Ctrl';
    if (part === 'shift') return isMac() ? '⇧' : 'Shift';
    return part.length === 1 ? part.toUpperCase() : part;
  });
}
