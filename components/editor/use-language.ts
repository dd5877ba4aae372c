'use client';
import { useEffect, useMemo, useState } from 'react';
import type { PolicyKind, PolicyLanguage } from '@/simulator/index.ts';
import type { EditorContext } from './editor-props.ts';

type Tools = typeof import('./language-tools.ts')['tools'];

let fetched: Promise<Tools> | null = null;

/** The language, fetched once a page. A failed fetch is tried again when next asked for. */
export function fetchTools(): Promise<Tools> {
  fetched ??= import('./language-tools.ts').then(
    ({ tools }) => tools,
    (error: unknown) => {
      fetched = null;
      throw error;
    },
  );
  return fetched;
}

export interface EditorLanguage {
  readonly language: PolicyLanguage;
  readonly tools: Tools;
}

/** What can be asked about a text of this kind; null until it is wanted and has come. */
export function useLanguage(
  kind: PolicyKind | undefined,
  context: EditorContext | undefined,
  wanted: boolean,
): EditorLanguage | null {
  const [tools, setTools] = useState<Tools | null>(null);

  useEffect(() => {
    if (!wanted || kind === undefined) return;
    let asked = true;
    fetchTools().then(
      (came) => asked && setTools(came),
      // Offline, or the site has moved on to a new version: the editor works without.
      () => undefined,
    );
    return () => {
      asked = false;
    };
  }, [wanted, kind]);

  return useMemo(
    () => (tools && kind ? { tools, language: tools.policyLanguage({ ...context, kind }) } : null),
    [tools, kind, context],
  );
}
