'use client';
import { useEffect, useRef } from 'react';

/** Stands where a lesson has been read, and records that it was once this comes into view. */
export function ReadMark({ lessonId }: { lessonId: string }) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!mark.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void recordOpened(lessonId);
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [lessonId]);
  return <span ref={mark} aria-hidden="true" />;
}

async function recordOpened(lessonId: string): Promise<void> {
  try {
    // Fetched only now: a page that is merely looked at stays small.
    const { recordProgress } = await import('@/lib/browser/progress.ts');
    await recordProgress({ kind: 'lesson-opened', subject: lessonId, payload: {} });
  } catch {
    // Offline, or a browser that stores nothing: reading goes on all the same.
    return;
  }
}
