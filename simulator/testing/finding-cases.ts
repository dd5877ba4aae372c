import { readdirSync, readFileSync } from 'node:fs';
import type { CheckOptions } from '../findings/check.ts';

/** A policy, and how it is checked. */
export interface FindingExample extends Omit<CheckOptions, 'kind'> {
  readonly name: string;
  /** Default: `key`. */
  readonly kind?: CheckOptions['kind'];
  /** JSON, or the text itself where its writing matters. */
  readonly policy: unknown;
  /** The text that the finding points at. */
  readonly at?: string;
  /** What each fix that is offered does to access in a key policy: it gains, loses, both, or none. */
  readonly fixes?: readonly { readonly code: string; readonly effect?: string }[];
}

export interface FindingCase {
  readonly code: string;
  readonly raises: readonly FindingExample[];
  readonly silent: readonly FindingExample[];
}

const folder = new URL('../cases/findings/', import.meta.url);

/** The examples of every finding: `cases/findings/<code>.json`. */
export function readFindingCases(): readonly FindingCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as FindingCase);
}

/** The text of an example's policy. */
export function textOfExample({ policy }: FindingExample): string {
  return typeof policy === 'string' ? policy : JSON.stringify(policy, null, 2);
}
