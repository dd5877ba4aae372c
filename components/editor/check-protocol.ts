/* What the page and the worker that checks policies say to each other. */
import type { AccessDiff, CheckOptions, Environment, Finding } from '@/simulator/index.ts';

export type CheckQuestion =
  | { readonly task: 'check'; readonly text: string; readonly options: CheckOptions }
  /** Who gains and loses access when a text of the environment becomes another one. */
  | {
      readonly task: 'preview';
      readonly environment: Environment;
      readonly text: string;
      readonly later: string;
    };

export type CheckAnswer =
  | { readonly task: 'check'; readonly findings: readonly Finding[] }
  | { readonly task: 'preview'; readonly diff: AccessDiff | null }
  | { readonly task: 'failed'; readonly reason: string };
