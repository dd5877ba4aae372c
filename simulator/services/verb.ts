import type { UnverifiedPart } from '../catalog/service-calls.ts';
import type { FailureRow } from './failures.ts';
import type { KeyChoice, Stored } from './types.ts';
import type { Use } from './use.ts';

/** What came of a use of a service. */
interface Done {
  readonly stored: Stored;
  readonly content?: string;
  /** What of this use was read in no source, where that depends on the input; else as in the table of calls. */
  readonly unverified?: readonly UnverifiedPart[];
}

/** What can be done with a service. */
export type Verb<In> = (use: Use, input: In) => Promise<Done>;

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
