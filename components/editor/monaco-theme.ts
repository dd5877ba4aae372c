/* Monaco's colours, read from the tokens of app/theme.css in whichever theme is on. */
import * as monaco from './monaco-features.ts';

export const themeName = 'kms';

/** `rgb(67, 56, 202)` or `rgba(…)` as `#4338ca`: Monaco takes no other form. */
export function toHex(color: string): string {
  const channels = color.match(/[\d.]+/g)?.slice(0, 3) ?? [];
  return `#${channels.map((channel) => Math.round(Number(channel)).toString(16).padStart(2, '0')).join('')}`;
}

/** What a token resolves to here and now: `light-dark()` is only settled on an element. */
function tokenReader(): { read: (token: string) => string; dark: boolean; done: () => void } {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  return {
    read: (token) => {
      probe.style.color = `var(${token})`;
      return toHex(getComputedStyle(probe).color);
    },
    get dark() {
      probe.style.color = 'light-dark(#ffffff, #000000)';
      return toHex(getComputedStyle(probe).color) === '#000000';
    },
    done: () => probe.remove(),
  };
}

function applyTheme(): void {
  const tokens = tokenReader();
  const { read } = tokens;
  monaco.editor.defineTheme(themeName, {
    base: tokens.dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: read('--fg').slice(1) },
      { token: 'key', foreground: read('--fg').slice(1) },
      { token: 'string', foreground: read('--code-string').slice(1) },
      { token: 'number', foreground: read('--code-constant').slice(1) },
      { token: 'keyword', foreground: read('--code-constant').slice(1) },
      { token: 'delimiter', foreground: read('--fg-muted').slice(1) },
    ],
    colors: {
      'editor.background': read('--bg'),
      'editor.foreground': read('--fg'),
      'editorLineNumber.foreground': read('--fg-muted'),
      'editorLineNumber.activeForeground': read('--fg'),
      'editorCursor.foreground': read('--fg'),
      'editor.selectionBackground': `${read('--accent')}47`,
      'editor.lineHighlightBackground': read('--bg-raised'),
      'editor.lineHighlightBorder': read('--bg-raised'),
      'editor.wordHighlightBackground': read('--bg-sunken'),
      'editorBracketMatch.background': read('--accent-bg'),
      'editorBracketMatch.border': read('--accent'),
      'editorBracketHighlight.foreground1': read('--fg-muted'),
      'editorBracketHighlight.foreground2': read('--fg-muted'),
      'editorBracketHighlight.foreground3': read('--fg-muted'),
      'editorError.foreground': read('--finding'),
      'editorWarning.foreground': read('--finding'),
      'editorInfo.foreground': read('--finding'),
      'editorLightBulb.foreground': read('--finding'),
      'editorLightBulbAutoFix.foreground': read('--finding'),
      'editor.foldBackground': `${read('--accent')}1a`,
      'editorGutter.foldingControlForeground': read('--fg-muted'),
      'icon.foreground': read('--fg-muted'),
      'textLink.foreground': read('--accent'),
      'textLink.activeForeground': read('--accent'),
      'widget.border': read('--line-strong'),
      'editorWidget.foreground': read('--fg'),
      'editorWidget.background': read('--bg-raised'),
      'editorWidget.border': read('--line-strong'),
      'editorHoverWidget.background': read('--bg-raised'),
      'editorHoverWidget.border': read('--line-strong'),
      'editorHoverWidget.foreground': read('--fg'),
      'editorHoverWidget.statusBarBackground': read('--bg-sunken'),
      'editorSuggestWidget.background': read('--bg-raised'),
      'editorSuggestWidget.border': read('--line-strong'),
      'editorSuggestWidget.foreground': read('--fg'),
      'editorSuggestWidget.focusHighlightForeground': read('--accent'),
      'editorSuggestWidget.selectedIconForeground': read('--fg'),
      'editorSuggestWidget.selectedBackground': read('--accent-bg'),
      'editorSuggestWidget.selectedForeground': read('--fg'),
      'editorSuggestWidget.highlightForeground': read('--accent'),
      'input.background': read('--bg'),
      'input.foreground': read('--fg'),
      'input.border': read('--line-strong'),
      'inputOption.activeForeground': read('--accent'),
      'list.activeSelectionBackground': read('--accent-bg'),
      'list.activeSelectionForeground': read('--fg'),
      'list.focusBackground': read('--accent-bg'),
      'list.focusForeground': read('--fg'),
      'list.focusHighlightForeground': read('--accent'),
      'list.highlightForeground': read('--accent'),
      'list.hoverBackground': read('--bg-sunken'),
      'list.hoverForeground': read('--fg'),
      'menu.background': read('--bg-raised'),
      'menu.foreground': read('--fg'),
      'menu.border': read('--line-strong'),
      'menu.selectionBackground': read('--accent-bg'),
      'menu.selectionForeground': read('--fg'),
      'editorActionList.background': read('--bg-raised'),
      'editorActionList.foreground': read('--fg'),
      'editorActionList.focusBackground': read('--accent-bg'),
      'editorActionList.focusForeground': read('--fg'),
      'quickInput.background': read('--bg-raised'),
      'quickInput.foreground': read('--fg'),
      'quickInputList.focusBackground': read('--accent-bg'),
      'quickInputList.focusForeground': read('--fg'),
      'pickerGroup.foreground': read('--fg-muted'),
      descriptionForeground: read('--fg-muted'),
      focusBorder: read('--accent'),
    },
  });
  tokens.done();
}

/** Keeps Monaco's theme true to the page's, also when it changes. Returns how to stop. */
export function followTheme(): () => void {
  applyTheme();
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(applyTheme);
  system.addEventListener('change', applyTheme);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', applyTheme);
    observer.disconnect();
  };
}
