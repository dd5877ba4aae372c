'use client';
import { Editor, loader } from '@monaco-editor/react';
import { useEffect, useRef, useState } from 'react';
import type { Finding, PolicyProblem } from '@/simulator/index.ts';
import styles from './editor.module.css';
import type { EditorHandle } from './editor-handle.ts';
import type { EditorProps } from './editor-props.ts';
import { notesByLine, rangesByLine } from './mirror-lines.ts';
import * as monaco from './monaco-features.ts';
import { languageId, registerPolicyLanguage } from './monaco-language.ts';
import { markersOf } from './monaco-markers.ts';
import { toMonacoEdits, toMonacoRange } from './monaco-ranges.ts';
import { registerPolicyServices, serveModel } from './monaco-services.ts';
import { followTheme, themeName } from './monaco-theme.ts';
import type { EditorLanguage } from './use-language.ts';

// Monaco's default would make a blob worker that imports a file the bundler has not made.
self.MonacoEnvironment = {
  getWorker: () => new Worker(new URL('./editor.worker.ts', import.meta.url), { type: 'module' }),
};
loader.config({ monaco });

type CodeEditor = monaco.editor.IStandaloneCodeEditor;

/** Where the reader was in the plain editor. */
export interface EditorPlace {
  readonly start: number;
  readonly end: number;
  readonly scrollTop: number;
  readonly focused: boolean;
}

interface MonacoEditorProps extends EditorProps {
  /** Null until it has come: then there are no completions and hovers. */
  readonly language: EditorLanguage | null;
  readonly findings: readonly Finding[] | null;
  /** Given the editor's handle while it is there, and null afterwards. */
  readonly onHandle: (handle: EditorHandle | null) => void;
  /** Asked at the moment Monaco is ready to take over. */
  readonly takeOver: () => EditorPlace;
  readonly onLeave: () => void;
}

const options: monaco.editor.IStandaloneEditorConstructionOptions = {
  fontFamily: 'var(--font-mono)',
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  // With the 16 pixels of the folding arrows the text begins where it does in the plain editor.
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 12,
  padding: { top: 8, bottom: 8 },
  wordWrap: 'on',
  wrappingIndent: 'none',
  wrappingStrategy: 'advanced',
  minimap: { enabled: false },
  folding: true,
  showFoldingControls: 'mouseover',
  glyphMargin: false,
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollBeyondLastLine: false,
  scrollbar: { alwaysConsumeMouseWheel: false, horizontal: 'hidden' },
  renderLineHighlightOnlyWhenFocus: true,
  guides: { indentation: false },
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, strings: true, comments: false },
  suggest: { showStatusBar: false, snippetsPreventQuickSuggestions: false },
  hover: { above: false },
  occurrencesHighlight: 'off',
  tabSize: 2,
  fixedOverflowWidgets: true,
  automaticLayout: true,
};

/** Escape closes what is open first, and only then leaves. */
const leavePrecondition = [
  'suggestWidgetVisible',
  'findWidgetVisible',
  'editorHasMultipleSelections',
  'markersNavigationVisible',
  'renameInputVisible',
  'codeActionMenuVisible',
  'inSnippetMode',
  'editorHoverFocused',
]
  .map((key) => `!${key}`)
  .join(' && ');

const noProblems: readonly PolicyProblem[] = [];

/** Replaces the whole text as one edit that Monaco's own undo can take back. */
function replaceText(editor: CodeEditor, text: string): void {
  const model = editor.getModel();
  if (!model) return;
  editor.pushUndoStop();
  editor.executeEdits('page', [{ range: model.getFullModelRange(), text }]);
  editor.pushUndoStop();
}

/** Puts caret and scroll where the plain editor had them. */
function settle(editor: CodeEditor, place: EditorPlace): void {
  const model = editor.getModel();
  if (model) editor.setSelection(toMonacoRange(model, place));
  editor.setScrollTop(place.scrollTop);
  if (place.focused) editor.focus();
}

function handleOf(editor: CodeEditor): EditorHandle {
  return {
    caret: () => {
      const position = editor.getPosition();
      return position ? (editor.getModel()?.getOffsetAt(position) ?? 0) : 0;
    },
    select: (range) => {
      const model = editor.getModel();
      if (!model) return;
      const place = toMonacoRange(model, range);
      editor.setSelection(place);
      editor.revealRangeInCenterIfOutsideViewport(place);
      editor.focus();
    },
    edit: (edits) => {
      const model = editor.getModel();
      if (!model) return;
      editor.pushUndoStop();
      editor.executeEdits('tools', toMonacoEdits(model, edits));
      editor.pushUndoStop();
      editor.focus();
    },
  };
}

/** Monaco, to be loaded only when somebody is about to edit. */
export function MonacoEditor(props: MonacoEditorProps) {
  const { value, onChange, label, highlights, problems = noProblems, findings, notes, reveal } = props;
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  const echoes = useRef<string[]>([]);
  const replacing = useRef(false);
  const latest = useRef(props);
  // What was revealed before Monaco came is already in the place it takes over.
  const revealed = useRef(reveal);
  latest.current = props;

  useEffect(() => followTheme(), []);
  useEffect(() => () => latest.current.onHandle(null), []);

  // The page's value trails what is typed by a render. Only a text that did not come from here is put in;
  // an echo of an earlier keystroke must not undo a later one.
  useEffect(() => {
    if (!editor) return;
    const echo = echoes.current.lastIndexOf(value);
    if (echo >= 0) {
      echoes.current.splice(0, echo + 1);
      return;
    }
    echoes.current = [];
    if (editor.getValue() === value) return;
    replacing.current = true;
    replaceText(editor, value);
    replacing.current = false;
  }, [editor, value]);

  useEffect(() => {
    if (!editor) return;
    const model = editor.getModel();
    if (!model) return;
    const decorations = editor.createDecorationsCollection(
      (highlights ?? []).flatMap(({ range, tone }) =>
        rangesByLine(model.getValue(), range).map((part) => ({
          range: toMonacoRange(model, part),
          options: { inlineClassName: styles[`tone-${tone}`] ?? '' },
        })),
      ),
    );
    return () => decorations.clear();
  }, [editor, highlights]);

  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model || !notes || notes.length === 0) return;
    const decorations = editor.createDecorationsCollection(
      Array.from(notesByLine(model.getValue(), notes), ([line, { text, tone }]) => {
        const column = model.getLineMaxColumn(line + 1);
        return {
          range: new monaco.Range(line + 1, column, line + 1, column),
          options: {
            showIfCollapsed: true,
            after: { content: text, inlineClassName: `${styles.note} ${styles[`note-${tone}`]}` },
          },
        };
      }),
    );
    return () => decorations.clear();
  }, [editor, notes]);

  useEffect(() => {
    const model = editor?.getModel();
    if (!model) return;
    monaco.editor.setModelMarkers(model, languageId, markersOf(model, findings, problems));
  }, [editor, findings, problems]);

  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model || !reveal || reveal === revealed.current) return;
    revealed.current = reveal;
    const range = toMonacoRange(model, reveal.range);
    if (!reveal.quiet) editor.setSelection(range);
    editor.revealRangeInCenterIfOutsideViewport(range);
    if (!reveal.quiet) editor.focus();
  }, [editor, reveal]);

  const mount = (created: CodeEditor) => {
    if (created.getValue() !== latest.current.value) created.setValue(latest.current.value);
    created.onDidChangeCursorPosition(({ position }) => {
      latest.current.onCaret?.(created.getModel()?.getOffsetAt(position) ?? 0);
    });
    created.addAction({
      id: 'leave-editor',
      label: 'Leave the editor',
      keybindings: [monaco.KeyCode.Escape],
      precondition: leavePrecondition,
      run: () => latest.current.onLeave(),
    });
    const model = created.getModel();
    if (model) {
      serveModel(model, () => {
        const { language, findings: found, value: checked, context } = latest.current;
        return (
          language && {
            ...language,
            findings: language.tools.moveFindings(found ?? [], checked, model.getValue()),
            environment: context?.environment ?? null,
          }
        );
      });
    }
    latest.current.onHandle(handleOf(created));
    // The font may arrive after the first measuring.
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
    settle(created, latest.current.takeOver());
    setEditor(created);
  };

  return (
    <div className={styles.monaco}>
      <Editor
        defaultValue={value}
        onChange={(text = '') => {
          if (replacing.current) return;
          echoes.current.push(text);
          onChange(text);
        }}
        beforeMount={() => {
          registerPolicyLanguage();
          registerPolicyServices();
        }}
        onMount={mount}
        language={languageId}
        theme={themeName}
        loading={null}
        options={{ ...options, ariaLabel: label }}
      />
    </div>
  );
}
