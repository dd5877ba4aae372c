'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';

/** Copies a text and says so; where the browser forbids it, says that. */
export function CopyButton({
  text,
  label,
  words = 'Copy',
}: {
  text: string;
  label: string;
  /** What the button shows. */
  words?: string;
}) {
  const [copied, setCopied] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => setFailed(true),
    );
  return (
    <Button variant="plain" aria-label={label} onClick={() => void copy()}>
      <span aria-live="polite">{failed ? 'Select and copy' : copied === text ? 'Copied' : words}</span>
    </Button>
  );
}
