/* Policies as a Monaco language: the colours of JSON and its brackets. Problems come from our own parser. */
import * as monaco from './monaco-features.ts';

export const languageId = 'policy';

/** Makes the language known; asking again changes nothing. */
export function registerPolicyLanguage(): void {
  if (monaco.languages.getLanguages().some(({ id }) => id === languageId)) return;
  monaco.languages.register({ id: languageId });
  monaco.languages.setLanguageConfiguration(languageId, {
    // An ARN or `kms:Decrypt` is one word: a double click takes all of it.
    wordPattern: /[^\s"[\]{},]+/,
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    // No pairs are closed by themselves: text that is dictated or put in whole would get brackets it did not ask for.
    autoClosingPairs: [],
    surroundingPairs: [],
    indentationRules: { increaseIndentPattern: /[{[]\s*$/, decreaseIndentPattern: /^\s*[}\]]/ },
  });
  monaco.languages.setMonarchTokensProvider(languageId, {
    tokenizer: {
      root: [
        [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'key'],
        [/"(?:[^"\\]|\\.)*"?/, 'string'],
        [/-?\d[\d.eE+-]*/, 'number'],
        [/\b(?:true|false|null)\b/, 'keyword'],
        [/[{}[\]]/, '@brackets'],
        [/[,:]/, 'delimiter'],
      ],
    },
  });
}
