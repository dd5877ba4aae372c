import type { FailureRow } from './failures.ts';
import type { KeyChoice, Stored } from './types.ts';
import type { Use } from './use.ts';

/** What can be done with a service. */
export type Verb<In> = (
  use: Use,
  input: In,
) => Promise<{ readonly stored: Stored; readonly content?: string }>;

export interface StoredInput {
  readonly stored: Stored;
}

/** Something that is called by its name. */
export interface Named extends KeyChoice {
  readonly name: string;
  readonly content: string;
}

/** Reads something with the reader's credentials. */
export function reads(row: FailureRow): Verb<StoredInput> {
  return async (use, { stored }) => ({ stored, content: await use.read(stored, row) });
}
