import 'server-only';
import { createHighlighterCore, type HighlighterCore, type ThemeRegistration } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

export const codeTheme = 'site';

/** Shiki with the colours of app/theme.css, so that code changes with the page's theme by itself. */
const theme: ThemeRegistration = {
  name: codeTheme,
  type: 'light',
  fg: 'var(--fg)',
  bg: 'var(--bg-raised)',
  settings: [
    { settings: { foreground: 'var(--fg)', background: 'var(--bg-raised)' } },
    { scope: ['string', 'markup.inline.raw'], settings: { foreground: 'var(--code-string)' } },
    { scope: ['constant', 'support.constant'], settings: { foreground: 'var(--code-constant)' } },
    { scope: ['keyword', 'storage'], settings: { foreground: 'var(--code-keyword)', fontStyle: 'bold' } },
    { scope: ['comment', 'punctuation.definition.comment'], settings: { foreground: 'var(--code-comment)' } },
    {
      scope: ['support.type.property-name', 'support.type.property-name punctuation'],
      settings: { foreground: 'var(--fg)' },
    },
    {
      scope: ['punctuation', 'meta.brace'],
      settings: { foreground: 'var(--code-punctuation)' },
    },
    { scope: ['punctuation.definition.string'], settings: { foreground: 'var(--code-string)' } },
    {
      scope: ['punctuation.support.type.property-name'],
      settings: { foreground: 'var(--fg)' },
    },
  ],
};

let highlighter: Promise<HighlighterCore> | undefined;

/** The highlighter, made once: grammars for what the site shows, in a JavaScript regular-expression engine. */
export function loadHighlighter(): Promise<HighlighterCore> {
  highlighter ??= createHighlighterCore({
    engine: createJavaScriptRegexEngine(),
    themes: [theme],
    langs: [
      import('shiki/langs/json.mjs'),
      import('shiki/langs/jsonc.mjs'),
      import('shiki/langs/bash.mjs'),
      import('shiki/langs/ts.mjs'),
    ],
  });
  return highlighter;
}
