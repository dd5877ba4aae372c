/*
 * Everything that can be done on the workbench, once. The toolbar, the command palette, the keys and their sheet are
 * made from this list.
 */
import { mended } from '@/lib/model/scenario.ts';
import { pinBaseline, unpinBaseline } from './edits.ts';
import type { Playground } from './provider.tsx';

export type DialogName =
  | 'palette'
  | 'keys'
  | 'scenarios'
  | 'share'
  | 'save'
  | 'import'
  | 'export'
  | 'paste'
  | 'document';
export type PaneName = 'policy' | 'request' | 'why' | 'more';
export type StripTab = 'problems' | 'matrix' | 'compare';

/** What actions work with. */
export interface LabTools {
  readonly playground: Playground;
  openDialog(name: DialogName): void;
  showPane(pane: PaneName): void;
  showStrip(tab: StripTab): void;
  /** Steps of the trace, forth or back. */
  walk(step: 1 | -1): void;
  exportFile(): void;
}

export interface LabAction {
  readonly id: string;
  readonly words: string;
  readonly group: 'Draft' | 'Share' | 'Policies' | 'Request' | 'Decision' | 'View';
  /** `mod` is Command on Macs, Control elsewhere. */
  readonly keys?: string;
  /** In the toolbar, under this shorter name. */
  readonly bar?: string;
  readonly enabled?: (tools: LabTools) => boolean;
  readonly run: (tools: LabTools) => void;
}

/** The state that reset goes back to; undefined where the work did not begin as a scenario or a visit. */
export const startOf = ({ scenario, facts }: Playground) => scenario?.state ?? facts.visit?.start;

const isPinned = ({ playground }: LabTools) => playground.bench.present.baseline !== null;

export const labActions: readonly LabAction[] = [
  {
    id: 'undo',
    words: 'Undo',
    bar: 'Undo',
    group: 'Draft',
    keys: 'mod+z',
    enabled: ({ playground }) => playground.bench.past.length > 0,
    run: ({ playground }) => playground.dispatch({ type: 'undo' }),
  },
  {
    id: 'redo',
    words: 'Redo',
    bar: 'Redo',
    group: 'Draft',
    keys: 'mod+shift+z',
    enabled: ({ playground }) => playground.bench.future.length > 0,
    run: ({ playground }) => playground.dispatch({ type: 'redo' }),
  },
  {
    id: 'scenarios',
    words: 'Choose a scenario',
    group: 'Draft',
    keys: 'n',
    run: ({ openDialog }) => openDialog('scenarios'),
  },
  {
    id: 'reset',
    words: 'Reset to the beginning',
    bar: 'Reset',
    group: 'Draft',
    enabled: ({ playground }) => startOf(playground) !== undefined,
    run: ({ playground }) => {
      const state = startOf(playground);
      if (state) playground.dispatch({ type: 'load', state, keepHistory: true });
    },
  },
  {
    id: 'mend',
    words: 'Put the scenario’s fix in',
    group: 'Draft',
    enabled: ({ playground }) => playground.scenario !== null,
    run: ({ playground }) => {
      if (playground.scenario) {
        playground.dispatch({ type: 'load', state: mended(playground.scenario), keepHistory: true });
      }
    },
  },
  {
    id: 'share',
    words: 'Share a link to all of this',
    bar: 'Share',
    group: 'Share',
    keys: 's',
    run: ({ openDialog }) => openDialog('share'),
  },
  {
    id: 'save',
    words: 'Save policy',
    bar: 'Save',
    group: 'Draft',
    keys: 'mod+s',
    run: ({ openDialog }) => openDialog('save'),
  },
  {
    id: 'export',
    words: 'Export all of this as a file',
    group: 'Share',
    run: ({ exportFile }) => exportFile(),
  },
  {
    id: 'import',
    words: 'Import a policy or a file: Terraform, CloudFormation, JSON, AWS CLI',
    bar: 'Import',
    group: 'Share',
    keys: 'i',
    run: ({ openDialog }) => openDialog('import'),
  },
  {
    id: 'export-policy',
    words: 'Export a policy: Terraform, CloudFormation, CDK, AWS CLI',
    bar: 'Export',
    group: 'Share',
    keys: 'x',
    run: ({ openDialog }) => openDialog('export'),
  },
  {
    id: 'add-document',
    words: 'Add a policy or an identity',
    group: 'Policies',
    keys: 'a',
    run: ({ openDialog }) => openDialog('document'),
  },
  {
    id: 'policies',
    words: 'Go to the policies',
    group: 'View',
    keys: 'e',
    run: ({ showPane }) => showPane('policy'),
  },
  {
    id: 'request',
    words: 'Go to the request',
    group: 'View',
    keys: 'r',
    run: ({ showPane }) => showPane('request'),
  },
  {
    id: 'why',
    words: 'Go to the decision',
    group: 'View',
    keys: 'd',
    run: ({ showPane }) => showPane('why'),
  },
  {
    id: 'paste',
    words: 'Paste an AccessDenied message or a CloudTrail event',
    group: 'Request',
    keys: 'v',
    run: ({ openDialog }) => openDialog('paste'),
  },
  {
    id: 'next-step',
    words: 'Next check of the decision',
    group: 'Decision',
    keys: ']',
    run: ({ walk }) => walk(1),
  },
  {
    id: 'previous-step',
    words: 'Previous check of the decision',
    group: 'Decision',
    keys: '[',
    run: ({ walk }) => walk(-1),
  },
  {
    id: 'problems',
    words: 'Show problems',
    group: 'View',
    keys: 'p',
    run: ({ showStrip }) => showStrip('problems'),
  },
  {
    id: 'matrix',
    words: 'Show who may do what',
    group: 'View',
    keys: 'm',
    run: ({ showStrip }) => showStrip('matrix'),
  },
  {
    id: 'compare',
    words: 'Compare with the pinned policies',
    group: 'View',
    keys: 'c',
    run: ({ showStrip }) => showStrip('compare'),
  },
  {
    id: 'pin',
    words: 'Pin these policies, to compare later ones with them',
    group: 'Policies',
    keys: 'b',
    run: ({ playground, showStrip }) => {
      playground.dispatch(pinBaseline);
      showStrip('compare');
    },
  },
  {
    id: 'unpin',
    words: 'Remove the pinned policies',
    group: 'Policies',
    enabled: isPinned,
    run: ({ playground }) => playground.dispatch(unpinBaseline),
  },
  {
    id: 'palette',
    words: 'Find a command',
    bar: 'Commands',
    group: 'View',
    keys: 'mod+k',
    run: ({ openDialog }) => openDialog('palette'),
  },
  {
    id: 'keys',
    words: 'Show all keys',
    group: 'View',
    keys: '?',
    run: ({ openDialog }) => openDialog('keys'),
  },
];

export const isEnabled = (action: LabAction, tools: LabTools): boolean => action.enabled?.(tools) ?? true;
