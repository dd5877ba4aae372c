import type { ReactNode } from 'react';

export type MarkKind = 'allow' | 'deny' | 'silent' | 'unknown' | 'skipped' | 'forward' | 'warning' | 'cross';

// Drawn, not typed: the fonts in use lack some of these characters and systems differ in the rest.
const shapes: Record<MarkKind, ReactNode> = {
  allow: <path d="m3 8.5 3.2 3.2L13 4.6" />,
  deny: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="m4 12 8-8" />
    </>
  ),
  silent: <circle cx="8" cy="8" r="5.5" strokeDasharray="1.6 2.72" strokeLinecap="round" />,
  unknown: (
    <>
      <path d="M5.4 5.9a2.6 2.6 0 1 1 3.9 2.3c-.8.5-1.3 1-1.3 2" />
      <path d="M8 12.7v.1" strokeLinecap="round" strokeWidth="2.2" />
    </>
  ),
  skipped: <path d="M4 8h8" />,
  forward: <path d="M2.5 8h10M9 4.2 12.8 8 9 11.8" />,
  warning: (
    <>
      <path d="M8 2.4 14.2 13H1.8Z" strokeLinejoin="round" />
      <path d="M8 6.4v3M8 11.2v.1" strokeLinecap="round" />
    </>
  ),
  cross: <path d="m4 4 8 8M12 4l-8 8" />,
};

/** The mark of a verdict or a step, in the colour of the text beside it. Always put a word next to it. */
export function Mark({ kind, size = 16 }: { kind: MarkKind; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      {shapes[kind]}
    </svg>
  );
}
