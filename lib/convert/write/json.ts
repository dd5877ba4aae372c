import { knownParts, printJson } from '../print-json.ts';
import type { Value } from '../value.ts';

/** Two spaces to a level. */
export const prettyJson = (value: Value): string => printJson(value, { text: knownParts, isPretty: true });

export const minifiedJson = (value: Value): string => printJson(value, { text: knownParts });

/** In ASCII alone: no console, locale or byte order mark can change it on its way to AWS. */
export const asciiJson = (value: Value): string =>
  printJson(value, {
    text: knownParts,
    isPretty: true,
    quote: (text) =>
      JSON.stringify(text).replace(
        /[^ -~]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
  });
