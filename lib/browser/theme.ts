/** What the reader chose. `system` follows the operating system and is stored as nothing at all. */
export type Theme = 'light' | 'dark' | 'system';

const storageKey = 'theme';
const changed = 'themechange';

/**
 * Runs in the document's head before the first paint, so that a stored choice never flashes.
 * Its hash is in the page's Content-Security-Policy (scripts/postbuild.mjs).
 */
export const themeScript = `try{var t=localStorage.getItem('${storageKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;

/** The theme in force, read from the document. */
export function currentTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Applies a theme and keeps it for the next visit. */
export function chooseTheme(theme: Theme): void {
  apply(theme);
  try {
    if (theme === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // Storage may be blocked; the choice then lasts until the page is left.
  }
}

/** Calls `listener` whenever the theme changes, here or in another tab. Returns the way to stop. */
export function onThemeChange(listener: () => void): () => void {
  const fromOtherTab = (event: StorageEvent) => {
    if (event.key !== storageKey) return;
    apply(event.newValue === 'light' || event.newValue === 'dark' ? event.newValue : 'system');
  };
  window.addEventListener('storage', fromOtherTab);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('storage', fromOtherTab);
    window.removeEventListener(changed, listener);
  };
}

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  window.dispatchEvent(new Event(changed));
}
