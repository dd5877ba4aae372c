'use client';
import { useEffect, useRef, useState } from 'react';
import { dropDraft, readDraft, writeDraft } from '@/lib/browser/store.ts';

export type DraftState = 'new' | 'kept' | 'unkept';

export interface Draft {
  readonly text: string;
  /** `unkept`: this browser stores nothing, so a reload would lose the text. */
  readonly state: DraftState;
  edit(text: string): void;
  /** Goes back to the starting text and forgets the draft. */
  reset(): void;
}

/** A text that is written to the browser with every change and found again after a reload. */
export function useDraft(id: string, starter: string): Draft {
  const [text, setText] = useState(starter);
  const [state, setState] = useState<DraftState>('new');
  const touched = useRef(false);

  useEffect(() => {
    let gone = false;
    void readDraft(id).then((draft) => {
      // Whoever typed before the draft was read must not lose that.
      if (gone || touched.current || typeof draft !== 'string') return;
      setText(draft);
      setState('kept');
    });
    return () => {
      gone = true;
    };
  }, [id]);

  return {
    text,
    state,
    edit(next) {
      touched.current = true;
      setText(next);
      writeDraft(id, next).then(
        () => setState('kept'),
        () => setState('unkept'),
      );
    },
    reset() {
      touched.current = true;
      setText(starter);
      setState('new');
      // What cannot be stored need not be forgotten either.
      dropDraft(id).catch(() => undefined);
    },
  };
}
