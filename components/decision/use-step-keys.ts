'use client';
import { type RefObject, useEffect } from 'react';

/** Whether keys typed there are text. */
function isTextInput(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, .monaco-editor') !== null)
  );
}

/** Puts the focus on the next step of a trace, or the one before. */
export function walkSteps(list: Element | null, direction: 1 | -1): void {
  const steps = [...(list?.children ?? [])].filter((step) => step instanceof HTMLElement);
  const here = steps.findIndex((step) => step.contains(document.activeElement));
  const next = direction === 1 ? here + 1 : here === -1 ? steps.length - 1 : here - 1;
  const step = steps[Math.min(Math.max(next, 0), steps.length - 1)];
  step?.focus();
  step?.scrollIntoView({ block: 'nearest' });
}

/** `[` and `]` walk the steps of a trace, wherever the focus is outside a text field. */
export function useStepKeys(list: RefObject<HTMLOListElement | null>, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return;
    const walk = (event: KeyboardEvent) => {
      if ((event.key !== '[' && event.key !== ']') || isTextInput(event.target)) return;
      event.preventDefault();
      walkSteps(list.current, event.key === ']' ? 1 : -1);
    };
    document.addEventListener('keydown', walk);
    return () => document.removeEventListener('keydown', walk);
  }, [list, enabled]);
}
