'use client';
import { useEffect, useRef, useState } from 'react';
import { recordProgress } from '@/lib/browser/progress.ts';

/**
 * Records the first text that reaches every goal, and remembers that there was one: what the reader has
 * earned stays on the page through later experiments.
 */
export function useLessonPassed(lessonId: string, passingText: string | null): boolean {
  const [passed, setPassed] = useState(false);
  const recorded = useRef(false);
  useEffect(() => {
    if (passingText === null || recorded.current) return;
    recorded.current = true;
    setPassed(true);
    // Where the browser stores nothing, the lab works all the same; the bar under the editor says so.
    recordProgress({ kind: 'lesson-passed', subject: lessonId, payload: { policy: passingText } }).catch(
      () => undefined,
    );
  }, [lessonId, passingText]);
  return passed;
}
