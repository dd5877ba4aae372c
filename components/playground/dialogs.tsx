'use client';
import type { DialogName, LabTools } from './actions.ts';
import { fetched, OnDemand } from './on-demand.tsx';
import { policyPlace } from './places.ts';

const Palette = fetched(() => import('./command-palette.tsx').then((module) => module.CommandPalette));
const KeySheet = fetched(() => import('./key-sheet.tsx').then((module) => module.KeySheet));
const Scenarios = fetched(() => import('./scenario-dialog.tsx').then((module) => module.ScenarioDialog));
const Share = fetched(() => import('./share-dialog.tsx').then((module) => module.ShareDialog));
const Save = fetched(() => import('./save-dialog.tsx').then((module) => module.SaveDialog));
const Import = fetched(() => import('./import-dialog.tsx').then((module) => module.ImportDialog));
const Export = fetched(() => import('./export-dialog.tsx').then((module) => module.ExportDialog));
const Add = fetched(() => import('./document-dialog.tsx').then((module) => module.DocumentDialog));
const Paste = fetched(() =>
  import('@/components/request/paste-dialog.tsx').then((module) => module.PasteDialog),
);

interface DialogsProps {
  readonly open: DialogName | null;
  readonly tools: LabTools;
  readonly onClose: () => void;
}

/** The dialog that is open, fetched when it is first needed. */
export function Dialogs(props: DialogsProps) {
  if (props.open === null) return null;
  return (
    <OnDemand key={props.open}>
      <OpenDialog {...props} open={props.open} />
    </OnDemand>
  );
}

function OpenDialog({ open, tools, onClose }: DialogsProps & { readonly open: DialogName }) {
  const { playground } = tools;
  switch (open) {
    case 'palette':
      return <Palette tools={tools} onClose={onClose} />;
    case 'keys':
      return <KeySheet onClose={onClose} />;
    case 'scenarios':
      return <Scenarios onClose={onClose} onPaste={() => tools.openDialog('paste')} />;
    case 'share':
      return <Share onClose={onClose} onExport={tools.exportFile} />;
    case 'import':
      return <Import onClose={onClose} />;
    case 'export':
      return <Export onClose={onClose} />;
    case 'document':
      return <Add onClose={onClose} />;
    case 'paste':
      return <Paste onClose={onClose} onFilled={() => tools.showPane('request')} />;
    case 'save':
      return (
        <Save
          open
          onClose={onClose}
          state={playground.bench.present}
          saved={playground.facts.saved ?? null}
          suggestedName={playground.title}
          onSaved={(policy) => playground.moveTo(policyPlace(policy.id), { saved: policy })}
        />
      );
  }
}
