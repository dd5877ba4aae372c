'use client';
import { type RefObject, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { Finding, LanguageFix, TextEdit } from '@/simulator/index.ts';
import styles from './caret-line.module.css';
import type { EditorContext } from './editor-props.ts';
import { RenameSid } from './rename-sid.tsx';
import { askAccessPreview } from './use-findings.ts';
import type { EditorLanguage } from './use-language.ts';

interface CaretLineProps {
  readonly language: EditorLanguage | null;
  readonly text: string;
  readonly caret: number;
  readonly findings: readonly Finding[];
  readonly context: EditorContext | undefined;
  readonly lineRef: RefObject<HTMLElement | null>;
  readonly onEdit: (edits: readonly TextEdit[]) => void;
  /** Escape: back to the text. */
  readonly onBack: () => void;
}

/** What a hover says, for the place of the caret, with what can be done there: Ctrl+. leads here. */
export function CaretLine({ language, onEdit, onBack, lineRef, context, ...now }: CaretLineProps) {
  // All three change in one and the same render.
  const text = useDeferredValue(now.text);
  const caret = useDeferredValue(now.caret);
  const findings = useDeferredValue(now.findings);
  const said = useMemo(() => {
    if (!language) return null;
    const place = { start: caret, end: caret };
    return {
      hover: language.language.hover(text, caret, findings),
      fixes: language.language.fixes(text, place, findings),
      sid: language.language.sidAt(text, caret),
    };
  }, [language, text, caret, findings]);

  return (
    <section
      ref={lineRef}
      tabIndex={-1}
      aria-label="At the caret"
      className={styles.line}
      onKeyDown={(event) => {
        const inDialog = event.target instanceof Element && event.target.closest('dialog');
        if (event.key !== 'Escape' || inDialog) return;
        onBack();
      }}
    >
      <p className={styles.said}>
        <span className={styles.where}>At the caret: </span>
        {said?.hover ? (
          <>
            {said.hover.title && <code>{said.hover.title}</code>} {said.hover.paragraphs.join(' ')}
          </>
        ) : (
          'nothing to explain.'
        )}
      </p>
      {said?.fixes.map((fix) => (
        <FixButton
          key={`${fix.finding.code} ${fix.title} ${fix.finding.range.start}`}
          {...{ fix, text, context }}
          summarize={language?.tools.summarizeAccess ?? null}
          onApply={() => onEdit(fix.fix.edits)}
        />
      ))}
      {language && said?.sid && <RenameSid sid={said.sid.value} {...{ language, text, caret, onEdit }} />}
    </section>
  );
}

interface FixButtonProps {
  readonly fix: LanguageFix;
  readonly text: string;
  readonly context: EditorContext | undefined;
  readonly summarize: EditorLanguage['tools']['summarizeAccess'] | null;
  readonly onApply: () => void;
}

/** A fix with its preview: what it puts in the place of what, and who gains or loses access by it. */
function FixButton({ fix, text, context, summarize, onApply }: FixButtonProps) {
  const [access, setAccess] = useState('');
  const environment = context?.environment ?? null;
  const [asker] = useState(() => ({}));

  useEffect(() => {
    if (!environment || !summarize) return;
    let current = true;
    void askAccessPreview(asker, environment, text, fix.later).then((diff) => {
      if (current) setAccess(diff ? summarize(diff) : '');
    });
    return () => {
      current = false;
    };
  }, [asker, environment, summarize, text, fix.later]);

  return (
    <p className={styles.fix}>
      <Button className={styles.apply ?? ''} onClick={onApply}>
        {fix.title}
      </Button>
      <span className={styles.preview}>
        {fix.fix.edits.map(({ range, text: by }) => (
          <span key={range.start}>
            <del>{shortened(text.slice(range.start, range.end))}</del> <ins>{shortened(by)}</ins>{' '}
          </span>
        ))}
        {access}
      </span>
    </p>
  );
}

/** In one line, and not too much of it. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
