/*
 * The policy language as Monaco's providers, registered once for the page. What is known about each text
 * is kept beside its model.
 */
import type { CompletionKind, Environment, Finding, TextEdit } from '@/simulator/index.ts';
import { goesOn } from './match-completions.ts';
import * as monaco from './monaco-features.ts';
import { markdownOf } from './monaco-hover.ts';
import { languageId } from './monaco-language.ts';
import { toMonacoEdits, toMonacoRange, toTextRange } from './monaco-ranges.ts';
import { askAccessPreview } from './use-findings.ts';
import type { EditorLanguage } from './use-language.ts';

type Model = monaco.editor.ITextModel;

/** What is known about the text of a model. */
export interface ModelServices extends EditorLanguage {
  /** Of the text that the model has now. */
  readonly findings: readonly Finding[];
  readonly environment: Environment | null;
}

const models = new WeakMap<Model, () => ModelServices | null>();

/** Answers about a model from now on; asked anew at every question. */
export function serveModel(model: Model, services: () => ModelServices | null): void {
  models.set(model, services);
}

const servicesOf = (model: Model) => models.get(model)?.() ?? null;

const kinds: Readonly<Record<CompletionKind, monaco.languages.CompletionItemKind>> = {
  action: monaco.languages.CompletionItemKind.Function,
  element: monaco.languages.CompletionItemKind.Property,
  key: monaco.languages.CompletionItemKind.Field,
  operator: monaco.languages.CompletionItemKind.Operator,
  principal: monaco.languages.CompletionItemKind.User,
  statement: monaco.languages.CompletionItemKind.Snippet,
  value: monaco.languages.CompletionItemKind.Value,
  variable: monaco.languages.CompletionItemKind.Variable,
};

const completions: monaco.languages.CompletionItemProvider = {
  triggerCharacters: ['"', ':', '$', '/'],
  provideCompletionItems(model, position, { triggerKind }) {
    const services = servicesOf(model);
    if (!services) return { suggestions: [] };
    const offset = model.getOffsetAt(position);
    const items = services.language.completions(model.getValue(), offset);
    // Behind a string that has just been closed Enter is to begin a new line, not to choose.
    const unasked = triggerKind === monaco.languages.CompletionTriggerKind.TriggerCharacter;
    if (unasked && items[0]?.range.start === offset) return { suggestions: [] };
    return {
      suggestions: items.map((item) => ({
        label: item.detail ? { label: item.label, description: item.detail } : item.label,
        kind: kinds[item.kind],
        insertText: item.insert,
        insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
        range: toMonacoRange(model, item.range),
        additionalTextEdits: toMonacoEdits(model, item.edits),
        documentation: item.documentation,
        sortText: item.sort,
        filterText: item.filter,
        ...(goesOn(item) && {
          command: { id: 'editor.action.triggerSuggest', title: 'Suggest' },
        }),
      })),
    };
  },
};

const hover: monaco.languages.HoverProvider = {
  provideHover(model, position) {
    const services = servicesOf(model);
    // Findings have hovers of their own, as markers.
    const said = services?.language.hover(model.getValue(), model.getOffsetAt(position), []);
    if (!said) return null;
    return { range: toMonacoRange(model, said.range), contents: [{ value: markdownOf(said) }] };
  },
};

/** More fixes than this at one place are offered without what they do to access. */
const askers: readonly object[] = [{}, {}, {}, {}, {}, {}];

const codeActions: monaco.languages.CodeActionProvider = {
  async provideCodeActions(model, range, context) {
    const services = servicesOf(model);
    if (!services) return null;
    const { language, tools, findings, environment } = services;
    const text = model.getValue();
    const version = model.getVersionId();
    const fixes = language.fixes(text, toTextRange(model, range), findings);
    const actions = await Promise.all(
      fixes.map(async ({ title, fix, later, finding }, index) => {
        const asker = askers[index];
        const diff = environment && asker ? await askAccessPreview(asker, environment, text, later) : null;
        const markers = context.markers.filter(({ message }) => message === tools.describeFinding(finding));
        return {
          title: diff ? `${title} (${tools.summarizeAccess(diff)})` : title,
          kind: 'quickfix',
          diagnostics: markers,
          isPreferred: index === 0,
          edit: {
            edits: toMonacoEdits(model, fix.edits).map((textEdit) => ({
              resource: model.uri,
              versionId: version,
              textEdit,
            })),
          },
        };
      }),
    );
    return { actions, dispose: () => undefined };
  },
};

const formatting: monaco.languages.DocumentFormattingEditProvider = {
  displayName: 'Policy',
  provideDocumentFormattingEdits(model) {
    const format = servicesOf(model)?.language.format(model.getValue());
    return format?.ok ? toMonacoEdits(model, format.edits) : [];
  },
};

const folding: monaco.languages.FoldingRangeProvider = {
  provideFoldingRanges(model) {
    const ranges = servicesOf(model)?.language.foldingRanges(model.getValue()) ?? [];
    return ranges.map((range) => {
      const { startLineNumber, endLineNumber } = toMonacoRange(model, range);
      // The closing bracket stays in sight.
      return { start: startLineNumber, end: Math.max(startLineNumber, endLineNumber - 1) };
    });
  },
};

const symbols: monaco.languages.DocumentSymbolProvider = {
  displayName: 'Statements',
  provideDocumentSymbols(model) {
    const entries = servicesOf(model)?.language.outline(model.getValue()) ?? [];
    return entries.map(({ name, detail, range, selection }) => ({
      name,
      detail,
      kind: monaco.languages.SymbolKind.Object,
      tags: [],
      range: toMonacoRange(model, range),
      selectionRange: toMonacoRange(model, selection),
    }));
  },
};

const workspaceEdit = (model: Model, edits: readonly TextEdit[]): monaco.languages.WorkspaceEdit => ({
  edits: toMonacoEdits(model, edits).map((textEdit) => ({
    resource: model.uri,
    versionId: model.getVersionId(),
    textEdit,
  })),
});

const rename: monaco.languages.RenameProvider = {
  resolveRenameLocation(model, position) {
    const services = servicesOf(model);
    const sid = services?.language.sidAt(model.getValue(), model.getOffsetAt(position));
    if (!services || !sid) {
      const empty = new monaco.Range(1, 1, 1, 1);
      const reason = services?.tools.renameRefusals.notASid ?? '';
      return { range: empty, text: '', rejectReason: reason };
    }
    const { start, end } = sid.range;
    return { range: toMonacoRange(model, { start: start + 1, end: end - 1 }), text: sid.value };
  },
  provideRenameEdits(model, position, name) {
    const services = servicesOf(model);
    const renamed = services?.language.renameSid(model.getValue(), model.getOffsetAt(position), name);
    if (!services || !renamed) return { edits: [] };
    return renamed.ok
      ? workspaceEdit(model, renamed.edits)
      : { edits: [], rejectReason: services.tools.renameRefusals[renamed.reason] };
  },
};

let registered = false;

/** Makes the providers known; asking again changes nothing. */
export function registerPolicyServices(): void {
  if (registered) return;
  registered = true;
  const { languages } = monaco;
  languages.registerCompletionItemProvider(languageId, completions);
  languages.registerHoverProvider(languageId, hover);
  languages.registerCodeActionProvider(languageId, codeActions, { providedCodeActionKinds: ['quickfix'] });
  languages.registerDocumentFormattingEditProvider(languageId, formatting);
  languages.registerFoldingRangeProvider(languageId, folding);
  languages.registerDocumentSymbolProvider(languageId, symbols);
  languages.registerRenameProvider(languageId, rename);
}
