'use client';
import { memo, type RefObject, useEffect, useMemo, useRef } from 'react';
import styles from './editor.module.css';
import type { EditorProps, MarginNote } from './editor-props.ts';
import { lineAndColumn, type MirrorLine, mirrorLines, notesByLine, type Segment } from './mirror-lines.ts';

function segmentClass({ token, tone, problem }: Segment): string {
  return [token, tone && `tone-${tone}`, problem]
    .filter((name) => name !== undefined)
    .map((name) => styles[name])
    .join(' ');
}

const Line = memo(
  function Line({ segments, note }: { segments: MirrorLine; note: MarginNote | undefined }) {
    return (
      <div className={styles.line}>
        {segments.map((segment, index) => {
          const className = segmentClass(segment);
          const key = `${index}:${segment.text}`;
          return segment.tone ? (
            <mark key={key} className={className}>
              {segment.text}
            </mark>
          ) : (
            <span key={key} className={className}>
              {segment.text}
            </span>
          );
        })}
        {note && <span className={`${styles.note} ${styles[`note-${note.tone}`]}`}>{note.text}</span>}
      </div>
    );
  },
  (before, after) =>
    before.note?.text === after.note?.text &&
    before.note?.tone === after.note?.tone &&
    (before.segments === after.segments ||
      JSON.stringify(before.segments) === JSON.stringify(after.segments)),
);

interface PlainEditorProps extends EditorProps {
  readonly describedBy: string;
  readonly onFocus?: () => void;
  readonly onLeave?: () => void;
  readonly inputRef?: RefObject<HTMLTextAreaElement | null>;
}

/**
 * A textarea whose letters are transparent, over the same text in colours. Both wrap alike, so that line
 * numbers and highlights stay true; the textarea is as high as its text and the box around it scrolls.
 */
export function PlainEditor(props: PlainEditorProps) {
  const { value, onChange, label, highlights, problems, notes, onCaret, reveal, describedBy } = props;
  const ownRef = useRef<HTMLTextAreaElement>(null);
  const input = props.inputRef ?? ownRef;
  const box = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => mirrorLines(value, highlights, problems), [value, highlights, problems]);

  const noteLines = useMemo(() => (notes ? notesByLine(value, notes) : null), [value, notes]);

  useEffect(() => {
    if (!reveal || !input.current) return;
    if (!reveal.quiet) {
      input.current.focus({ preventScroll: true });
      input.current.setSelectionRange(reveal.range.start, reveal.range.end);
    }
    const { line } = lineAndColumn(input.current.value, reveal.range.start);
    box.current?.querySelectorAll(`.${styles.line}`)[line - 1]?.scrollIntoView({ block: 'nearest' });
  }, [reveal, input]);

  return (
    <div ref={box} className={styles.scroller}>
      <div className={styles.sheet}>
        <div aria-hidden="true" className={styles.mirror}>
          {lines.map((segments, index) => (
            // A line has no identity but its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <Line key={index} segments={segments} note={noteLines?.get(index)} />
          ))}
        </div>
        <textarea
          ref={input}
          className={styles.input}
          aria-label={label}
          aria-describedby={describedBy}
          aria-invalid={problems?.some((problem) => problem.severity === 'error') || undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onSelect={(event) => onCaret?.(event.currentTarget.selectionStart)}
          onFocus={props.onFocus}
          onKeyDown={(event) => {
            if (event.key === 'Escape') props.onLeave?.();
          }}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
        />
      </div>
    </div>
  );
}
