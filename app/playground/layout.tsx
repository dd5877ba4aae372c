import type { ReactNode } from 'react';
import { PlaygroundProvider } from '@/components/playground/provider.tsx';
import { scenarios } from '@/content/scenarios.ts';
import { cardOf } from '@/lib/model/scenario.ts';

/** One state for all pages of the playground: going from one to the other loses neither work nor undo. */
export default function PlaygroundLayout({ children }: { children: ReactNode }) {
  return (
    <PlaygroundProvider first={scenarios[0]} cards={scenarios.map(cardOf)}>
      {children}
    </PlaygroundProvider>
  );
}
