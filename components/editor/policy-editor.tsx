'use client';
import { type ComponentType, lazy, Suspense, useId, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { Finding } from '@/simulator/index.ts';
import styles from './editor.module.css';
import type { EditorHandle } from './editor-handle.ts';
import type { EditorProps } from './editor-props.ts';
import type { MonacoEditor } from './monaco-editor.tsx';
import { handleOf, PlainEditor } from './plain-editor.tsx';
import { StatementsMenu } from './statements-menu.tsx';
import toolbar from './toolbar.module.css';
import { useEditorChoice } from './use-editor-choice.ts';
import { useFindings } from './use-findings.ts';
import { fetchTools, useLanguage } from './use-language.ts';

export interface PolicyEditorProps extends EditorProps {
  /** Height in lines; without it the editor takes the height of its parent. */
  readonly rows?: number;
}

const none: readonly Finding[] = [];
const unreachable = 'This needs a part of the page that could not be loaded.';

/** Beside the plain editor only, so it comes when that is there. */
const CaretLine = lazy(async () => ({ default: (await import('./caret-line.tsx')).CaretLine }));

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
  const { value, kind, context } = props;

  // Nothing is fetched or checked before somebody works in the text.
  const [working, setWorking] = useState(false);
  const language = useLanguage(kind, context, working);
  // The world around changes with every keystroke, and a check asks the key alone of it.
  const checkContext = useMemo(() => {
    const { request: _, environment, ...rest } = context ?? {};
    return { key: environment?.key ?? null, ...rest };
  }, [context]);
  const checksItself = working && props.findings === undefined;
  const checked = useFindings(value, checksItself ? (kind ?? null) : null, checkContext);
  const findings = props.findings ?? checked.findings;
  const [caret, setCaret] = useState(0);
  const caretLine = useRef<HTMLElement>(null);
  const monacoHandle = useRef<EditorHandle | null>(null);
  const [said, setSaid] = useState('');

  const handle = () => monacoHandle.current ?? (input.current && handleOf(input.current));

  const ask = async () => {
    const tools = await fetchTools();
    return { tools, language: tools.policyLanguage({ ...context, kind: kind ?? 'key' }) };
  };

  const format = async () => {
    const asked = await ask().catch(() => null);
    if (!asked) return setSaid(unreachable);
    const formatted = asked.language.format(value);
    setSaid(formatted.ok ? '' : asked.tools.notFormattable);
    if (formatted.ok && formatted.edits.length > 0) handle()?.edit(formatted.edits);
  };

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
          <PlainEditor
            {...props}
            describedBy={id}
            inputRef={input}
            language={language}
            findings={findings}
            onCaret={(offset) => {
              setCaret(offset);
              props.onCaret?.(offset);
            }}
            onFocus={() => {
              setWorking(true);
              fetchMonaco();
            }}
            onAsk={() => caretLine.current?.focus()}
            onLeave={leave}
          />
        )}
        {showsMonaco && (
          <div className={ready ? styles.overlay : styles.waiting}>
            <Monaco
              {...props}
              language={language}
              findings={findings}
              onHandle={(given) => {
                monacoHandle.current = given;
              }}
              takeOver={takeOver}
              onLeave={leave}
            />
          </div>
        )}
      </div>
      {kind && !wantsMonaco && (
        <Suspense fallback={<div className={styles.caretRoom} />}>
          <CaretLine
            language={language}
            text={value}
            caret={caret}
            findings={findings ?? none}
            context={context}
            lineRef={caretLine}
            onEdit={(edits) => handle()?.edit(edits)}
            onBack={() => input.current?.focus()}
          />
        </Suspense>
      )}
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
        {kind && (
          <span className={toolbar.toolbar}>
            <span role="status">{said}</span>
            <StatementsMenu
              entries={() =>
                ask().then(
                  (asked) => asked.language.outline(value),
                  () => [],
                )
              }
              onGo={(range) => handle()?.select(range)}
            />
            <Button variant="plain" className={toolbar.tool ?? ''} onClick={() => void format()}>
              Format
            </Button>
          </span>
        )}
      </div>
    </div>
  );
}
