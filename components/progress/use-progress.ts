'use client';
import { type KeptProgress, readProgress } from '@/lib/browser/progress.ts';
import { type LessonState, lessonStates } from '@/lib/model/progress.ts';
import { type Kept, useKept } from './use-kept.ts';

export interface Progress extends KeptProgress {
  readonly states: ReadonlyMap<string, LessonState>;
}

/** The learner's progress as this browser knows it, kept up to date over all tabs. */
export function useProgress(): Kept<Progress> {
  return useKept(readStates);
}

async function readStates(): Promise<Progress> {
  const progress = await readProgress();
  return { ...progress, states: lessonStates(progress.events) };
}
