'use client';
import { type RefObject, useEffect } from 'react';

/** Whether keys typed there are text. */
function isTextInput(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, .monaco-editor') !== null)
  );
}

/** `[` and `]` walk the steps of a trace, wherever the focus is outside a text field. */
export function useStepKeys(list: RefObject<HTMLOListElement | null>): void {
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      if ((event.key !== '[' && event.key !== ']') || isTextInput(event.target)) return;
      const steps = [...(list.current?.children ?? [])].filter((step) => step instanceof HTMLElement);
      const here = steps.findIndex((step) => step.contains(document.activeElement));
      const next = event.key === ']' ? here + 1 : here === -1 ? steps.length - 1 : here - 1;
      const step = steps[Math.min(Math.max(next, 0), steps.length - 1)];
      if (!step) return;
      event.preventDefault();
      step.focus();
      step.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', walk);
    return () => document.removeEventListener('keydown', walk);
  }, [list]);
}
