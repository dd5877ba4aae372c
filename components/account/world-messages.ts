/* What the page and the worker with the world say to each other. */
import type { AccountStep } from '@/lib/model/account.ts';
import type { AccountView } from '@/lib/model/account-view.ts';
import type { StepOutcome } from '@/lib/model/account-world.ts';
import type { AccountDefinition } from '@/lib/model/world-definition.ts';
import type { Bill, Decision, FoundEvent, TrailFilter, TrailPage, WhatIf } from '@/simulator/index.ts';

/** The world after something was done. Outcomes before `kept` stay as the page has them; `added` come after. */
export interface Update {
  readonly view: AccountView;
  readonly kept: number;
  readonly added: readonly StepOutcome[];
}

/** What the page can ask for. Answers come one after the other, in the order of the questions. */
export interface WorldQuestions {
  /** Goes to where exactly these steps have been done in the world that began like this. */
  goTo(began: AccountDefinition, steps: readonly AccountStep[]): Promise<Update>;
  /** The records at these positions, from the newest back: 0 is the last. */
  records(from: number, to: number): Promise<readonly FoundEvent[]>;
  search(filter: TrailFilter, before: number | null, limit: number): Promise<TrailPage>;
  /** Null: no policy was asked, or it is too long ago to be kept. */
  decision(requestId: string): Promise<Decision | null>;
  bill(month: string, whatIf: WhatIf | null): Promise<Bill>;
}

export type Question = {
  [Name in keyof WorldQuestions]: {
    readonly id: number;
    readonly name: Name;
    readonly parameters: Parameters<WorldQuestions[Name]>;
  };
}[keyof WorldQuestions];

export type Answer =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly message: string }
  /** While a long history is carried out again. */
  | { readonly type: 'progress'; readonly done: number; readonly of: number };
