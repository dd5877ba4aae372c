'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { detectFormat } from '@/lib/convert/detect-format.ts';
import { importFormats } from '@/lib/convert/types.ts';
import { fetched, OnDemand } from './on-demand.tsx';
import styles from './workbench.module.css';

const Import = fetched(() => import('./import-dialog.tsx').then((module) => module.ImportDialog));

/** Words for a text that is not a policy but has one in it; null for any other. */
function offerOf(text: string): string | null {
  const format = detectFormat(text);
  if (format === null) return null;
  if (format !== 'json') return `This looks like ${importFormats[format]}.`;
  // The answer of GetKeyPolicy has the policy as a string.
  return /\\"Statement\\"/.test(text) ? 'This looks like the answer of an AWS API.' : null;
}

/** Where something else than a policy was pasted: offers to take the policy out of it. */
export function FormatOffer({ document, text }: { document: string; text: string }) {
  const [open, setOpen] = useState(false);
  const offer = offerOf(text);
  if (offer === null) return null;
  return (
    <div className={styles.offer} role="status">
      <span>{offer}</span>
      <Button onClick={() => setOpen(true)}>Take the policy out of it</Button>
      {open && (
        <OnDemand>
          <Import onClose={() => setOpen(false)} target={document} text={text} />
        </OnDemand>
      )}
    </div>
  );
}
