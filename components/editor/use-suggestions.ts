'use client';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useState } from 'react';
import type { Completion } from '@/simulator/index.ts';
import { caretPlace } from './caret-place.ts';
import { goesOn, matchCompletions } from './match-completions.ts';
import { editTextArea } from './text-area.ts';
import type { EditorLanguage } from './use-language.ts';

interface Shown {
  readonly items: readonly Completion[];
  readonly active: number;
  /** Of the caret, on the screen. */
  readonly place: DOMRect;
}

export interface Suggestions {
  readonly shown: Shown | null;
  /** True when the key was for the list. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  /** After something was typed. */
  readonly onTyped: () => void;
  readonly choose: (item: Completion) => void;
  readonly close: () => void;
}

/** More are not shown at once. */
const most = 100;

/** Whether the caret is in a string or a word, where completions may come unasked. */
const isWriting = (text: string, { range }: Completion, offset: number) =>
  range.start < offset && text.slice(range.start, offset).trim() !== '';

/**
 * The list of completions of a textarea: opened by Ctrl+Space or while a string is being typed, walked by
 * the arrow keys, chosen from by Enter or Tab, closed by Escape.
 */
export function useSuggestions(
  area: RefObject<HTMLTextAreaElement | null>,
  lines: () => HTMLCollection | null,
  language: EditorLanguage | null,
): Suggestions {
  const [shown, setShown] = useState<Shown | null>(null);
  const close = useCallback(() => setShown(null), []);

  const open = (unasked: boolean) => {
    const input = area.current;
    const all = lines();
    if (!input || !all || !language || input.selectionStart !== input.selectionEnd) return close();
    const { value, selectionStart: offset } = input;
    const items = matchCompletions(language.language.completions(value, offset), value, offset);
    const [first] = items;
    if (!first || (unasked && !isWriting(value, first, offset))) return close();
    const place = caretPlace(all, value, first.range.start);
    if (place) setShown({ items: items.slice(0, most), active: 0, place });
  };

  const choose = (item: Completion) => {
    const input = area.current;
    close();
    if (!input || !language) return;
    const before = input.value;
    const { text, selection } = language.tools.applyCompletion(before, item);
    const [edit] = language.tools.textEdits(before, text);
    if (edit) editTextArea(input, [edit], selection);
    if (goesOn(item)) open(true);
    else close();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (event.nativeEvent.isComposing) return false;
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      open(false);
      return true;
    }
    if (!shown) return false;
    const { items, active } = shown;
    const move = (to: number) => setShown({ ...shown, active: (to + items.length) % items.length });
    const item = items[active];
    switch (event.key) {
      case 'ArrowDown':
        move(active + 1);
        break;
      case 'ArrowUp':
        move(active - 1);
        break;
      case 'PageDown':
        setShown({ ...shown, active: Math.min(active + 8, items.length - 1) });
        break;
      case 'PageUp':
        setShown({ ...shown, active: Math.max(active - 8, 0) });
        break;
      case 'Enter':
      case 'Tab':
        if (event.shiftKey || !item) return false;
        choose(item);
        break;
      case 'Escape':
        close();
        break;
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        close();
        return false;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  };

  // The list hangs at the caret; where that goes away from under it, it closes.
  useEffect(() => {
    if (!shown) return;
    const scrolled = (event: Event) => {
      const inList = event.target instanceof Element && event.target.closest('[role="listbox"]');
      if (!inList) close();
    };
    window.addEventListener('scroll', scrolled, true);
    window.addEventListener('resize', close);
    return () => {
      window.removeEventListener('scroll', scrolled, true);
      window.removeEventListener('resize', close);
    };
  }, [shown, close]);

  return { shown, onKeyDown, onTyped: () => open(true), choose, close };
}
