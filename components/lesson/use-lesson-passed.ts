'use client';
import { useEffect, useRef, useState } from 'react';

/**
 * Records the first text that reaches every goal, and remembers that there was one: what the reader has
 * earned stays on the page through later experiments.
 */
export function useLessonPassed(passingText: string | null): boolean {
  const [passed, setPassed] = useState(false);
  const recorded = useRef(false);
  useEffect(() => {
    if (passingText === null || recorded.current) return;
    recorded.current = true;
    setPassed(true);
  }, [passingText]);
  return passed;
}
