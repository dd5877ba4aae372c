'use client';
import { type ExportSource, ExportDialog as PolicyExport } from '@/components/convert/export-dialog.tsx';
import { knownOf } from './known.ts';
import { usePlayground } from './provider.tsx';

/** The playground's policies in other forms, beginning with the one that is shown. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { present, activeDocument } = usePlayground().bench;
  const [first, ...rest] = present.documents.flatMap((document): readonly ExportSource[] => {
    const { id, name, kind, text } = document;
    return kind === 'grants' ? [] : [{ id, name, kind, text, known: knownOf(present, document) }];
  });
  if (!first) return null;
  return <PolicyExport open onClose={onClose} policies={[first, ...rest]} policy={activeDocument} />;
}
