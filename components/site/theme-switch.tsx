'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { chooseTheme, currentTheme, onThemeChange, type Theme } from '@/lib/browser/theme.ts';
import styles from './theme-switch.module.css';

const options: readonly { theme: Theme; label: string; icon: ReactNode }[] = [
  {
    theme: 'light',
    label: 'Light theme',
    icon: (
      <>
        <circle cx="8" cy="8" r="3" />
        <path d="M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M3 13l1.1-1.1M11.9 4.1 13 3" />
      </>
    ),
  },
  {
    theme: 'dark',
    label: 'Dark theme',
    icon: <path d="M13.5 9.6A6 6 0 1 1 6.4 2.5a4.8 4.8 0 0 0 7.1 7.1Z" />,
  },
  {
    theme: 'system',
    label: 'Theme of the system',
    icon: (
      <>
        <circle cx="8" cy="8" r="6" />
        <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" />
      </>
    ),
  },
];

/** Light, dark, or whatever the system says. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(onThemeChange, currentTheme, () => 'system' as const);
  return (
    <fieldset className={styles.switch}>
      <legend>
        <VisuallyHidden>Theme</VisuallyHidden>
      </legend>
      {options.map((option) => (
        <label key={option.theme} className={styles.option} title={option.label}>
          <input
            type="radio"
            name="theme"
            className={styles.input}
            checked={theme === option.theme}
            onChange={() => chooseTheme(option.theme)}
          />
          <svg
            width="16"
            height="16"
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
            aria-hidden="true"
          >
            {option.icon}
          </svg>
          <VisuallyHidden>{option.label}</VisuallyHidden>
        </label>
      ))}
    </fieldset>
  );
}
