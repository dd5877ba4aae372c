'use client';
import { useId, useRef } from 'react';
import styles from './editor.module.css';
import type { EditorProps } from './editor-props.ts';
import { PlainEditor } from './plain-editor.tsx';

export interface PolicyEditorProps extends EditorProps {
  /** Height in lines; without it the editor takes the height of its parent. */
  readonly rows?: number;
}

const leaving = 'Esc leaves the editor';

/** Edits a policy's text. */
export function PolicyEditor({ rows, ...props }: PolicyEditorProps) {
  const id = useId();
  const foot = useRef<HTMLDivElement>(null);
  return (
    <div className={`${styles.editor} ${rows ? '' : styles.fill}`}>
      <div className={styles.box} style={rows ? { minHeight: rows * 20 + 16 } : undefined}>
        <PlainEditor {...props} describedBy={id} onLeave={() => foot.current?.focus()} />
      </div>
      <div id={id} ref={foot} tabIndex={-1} className={styles.foot}>
        {leaving}
      </div>
    </div>
  );
}
