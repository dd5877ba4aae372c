'use client';
import { type ComponentType, useId, useRef, useState } from 'react';
import styles from './editor.module.css';
import type { EditorProps } from './editor-props.ts';
import type { MonacoEditor } from './monaco-editor.tsx';
import { PlainEditor } from './plain-editor.tsx';
import { useEditorChoice } from './use-editor-choice.ts';

export interface PolicyEditorProps extends EditorProps {
  /** Height in lines; without it the editor takes the height of its parent. */
  readonly rows?: number;
}

type Monaco = ComponentType<Parameters<typeof MonacoEditor>[0]>;

/**
 * Edits a policy's text: a plain editor at first, Monaco in its place once somebody works in it. Monaco is
 * fetched on focus and never before; until it is ready, and where it cannot be had, the plain one serves.
 */
export function PolicyEditor({ rows, ...props }: PolicyEditorProps) {
  const id = useId();
  const foot = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const [Monaco, setMonaco] = useState<Monaco | null>(null);
  const [ready, setReady] = useState(false);
  const { plain, phone, setPlain } = useEditorChoice();
  const wantsMonaco = !plain && !phone;
  const showsMonaco = wantsMonaco && Monaco !== null;
  const leave = () => foot.current?.focus();

  const fetchMonaco = () => {
    if (!wantsMonaco || Monaco) return;
    import('./monaco-editor.tsx').then(
      (module) => setMonaco(() => module.MonacoEditor),
      // Offline, or the site has moved on to a new version: the plain editor goes on serving.
      () => undefined,
    );
  };

  const takeOver = () => {
    const area = input.current;
    setReady(true);
    return {
      start: area?.selectionStart ?? 0,
      end: area?.selectionEnd ?? 0,
      scrollTop: area?.closest(`.${styles.scroller}`)?.scrollTop ?? 0,
      focused: area !== null && document.activeElement === area,
    };
  };

  return (
    <div className={`${styles.editor} ${rows ? '' : styles.fill}`}>
      <div className={styles.box} style={rows ? { minHeight: rows * 20 + 16 } : undefined}>
        {!(showsMonaco && ready) && (
          <PlainEditor {...props} describedBy={id} inputRef={input} onFocus={fetchMonaco} onLeave={leave} />
        )}
        {showsMonaco && (
          <div className={ready ? styles.overlay : styles.waiting}>
            <Monaco {...props} takeOver={takeOver} onLeave={leave} />
          </div>
        )}
      </div>
      <div ref={foot} tabIndex={-1} className={styles.foot}>
        <span id={id} className={styles.escape}>
          <kbd>Esc</kbd> leaves the editor
        </span>
        {!phone && (
          <label className={styles.setting}>
            <input
              type="checkbox"
              checked={plain}
              onChange={(event) => {
                setReady(false);
                setPlain(event.target.checked);
              }}
            />
            Plain editor
          </label>
        )}
      </div>
    </div>
  );
}
