import type { kmsRules } from '../findings/kms/all.ts';

type Code = (typeof kmsRules)[number]['code'];
type Data = Readonly<Record<string, string>>;

/** The findings of our own. */
export const kmsSentences: Readonly<Record<Code, (data: Data) => string>> = {};
