'use client';
import { memo, type RefObject, useEffect, useId, useMemo, useRef } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { Finding } from '@/simulator/index.ts';
import styles from './editor.module.css';
import type { EditorHandle } from './editor-handle.ts';
import type { EditorProps, MarginNote } from './editor-props.ts';
import { lineAndColumn, type MirrorLine, mirrorLines, notesByLine, type Segment } from './mirror-lines.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { editTextArea } from './text-area.ts';
import type { EditorLanguage } from './use-language.ts';
import { useSuggestions } from './use-suggestions.ts';

const marks = {
  error: styles.error,
  'security-warning': styles.warning,
  warning: styles.warning,
  suggestion: styles.suggestion,
} as const;

function segmentClass({ token, tone, problem }: Segment): string {
  return [token && styles[token], tone && styles[`tone-${tone}`], problem && marks[problem]]
    .filter((name) => name !== undefined)
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
  /** Null until it has come: then there are no completions. */
  readonly language?: EditorLanguage | null;
  readonly findings?: readonly Finding[] | null;
  /** Ctrl+. asks what can be said and done at the caret. */
  readonly onAsk?: () => void;
}

/** What the tools beside the editor can do with its textarea. */
export function handleOf(area: HTMLTextAreaElement): EditorHandle {
  return {
    caret: () => area.selectionStart,
    select: ({ start, end }) => {
      area.focus({ preventScroll: true });
      area.setSelectionRange(start, end);
      bringIntoView(area, start);
    },
    edit: (edits) => editTextArea(area, edits),
  };
}

/** The lines of coloured text behind a textarea. */
function linesBehind(area: HTMLTextAreaElement | null): HTMLCollection | null {
  return area?.previousElementSibling?.children ?? null;
}

function bringIntoView(area: HTMLTextAreaElement, offset: number): void {
  const { line } = lineAndColumn(area.value, offset);
  linesBehind(area)?.[line - 1]?.scrollIntoView({ block: 'nearest' });
}

/**
 * A textarea whose letters are transparent, over the same text in colours. Both wrap alike, so that line
 * numbers and highlights stay true; the textarea is as high as its text and the box around it scrolls.
 */
export function PlainEditor(props: PlainEditorProps) {
  const { value, onChange, label, highlights, notes, onCaret, reveal, describedBy, language = null } = props;
  const problems = props.findings ?? props.problems;
  const ownRef = useRef<HTMLTextAreaElement>(null);
  const input = props.inputRef ?? ownRef;
  const lines = useMemo(() => mirrorLines(value, highlights, problems), [value, highlights, problems]);

  const noteLines = useMemo(() => (notes ? notesByLine(value, notes) : null), [value, notes]);

  useEffect(() => {
    if (!reveal || !input.current) return;
    if (!reveal.quiet) {
      input.current.focus({ preventScroll: true });
      input.current.setSelectionRange(reveal.range.start, reveal.range.end);
    }
    bringIntoView(input.current, reveal.range.start);
  }, [reveal, input]);

  // React's select event does not tell of a caret that a program moves.
  const tellCaret = useRef(onCaret);
  tellCaret.current = onCaret;
  useEffect(() => {
    const moved = () => {
      const area = input.current;
      if (area && document.activeElement === area) tellCaret.current?.(area.selectionStart);
    };
    document.addEventListener('selectionchange', moved);
    return () => document.removeEventListener('selectionchange', moved);
  }, [input]);

  const listId = useId();
  const suggestions = useSuggestions(input, () => linesBehind(input.current), language);
  const { shown } = suggestions;

  return (
    <div className={styles.scroller}>
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
          aria-haspopup={language ? 'listbox' : undefined}
          aria-autocomplete={language ? 'list' : undefined}
          aria-controls={shown ? listId : undefined}
          aria-activedescendant={shown ? `${listId}-${shown.active}` : undefined}
          onChange={(event) => {
            onChange(event.target.value);
            suggestions.onTyped();
          }}
          onFocus={props.onFocus}
          onKeyDown={(event) => {
            if (suggestions.onKeyDown(event)) return;
            if (event.key === 'Escape') props.onLeave?.();
            if (event.key === '.' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              props.onAsk?.();
            }
          }}
          onBlur={suggestions.close}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
        />
        {language && (
          <VisuallyHidden>
            <span role="status">{shown ? suggestionsSaid(shown.items.length) : ''}</span>
          </VisuallyHidden>
        )}
        {shown && <SuggestionList id={listId} {...shown} onChoose={suggestions.choose} />}
      </div>
    </div>
  );
}

const suggestionsSaid = (count: number) => (count === 1 ? '1 suggestion' : `${count} suggestions`);
