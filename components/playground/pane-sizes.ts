'use client';
/* How the workbench is divided, kept in this browser. */
import { useEffect, useState } from 'react';

export interface PaneSizes {
  /** Share of the width, in percent, of the policies. */
  readonly policies: number;
  /** Share of the width, in percent, of the request; 0: collapsed. */
  readonly request: number;
  /** Share of the height, in percent, of the strip at the bottom; 0: only its tabs. */
  readonly strip: number;
}

export const standardSizes: PaneSizes = { policies: 42, request: 25, strip: 28 };

/** The least and the most of each, in percent. */
export const sizeLimits: Readonly<Record<keyof PaneSizes, readonly [number, number]>> = {
  policies: [24, 60],
  request: [18, 40],
  strip: [16, 64],
};

const storageKey = 'kms-panes';

function readSizes(): PaneSizes {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return standardSizes;
    const entries = Object.entries(standardSizes).map(([name, standard]) => {
      const value: unknown = Reflect.get(kept, name);
      return [name, typeof value === 'number' && value >= 0 && value <= 64 ? value : standard];
    });
    return Object.fromEntries(entries) as PaneSizes;
  } catch {
    // Storage may be switched off, or hold what something else wrote.
    return standardSizes;
  }
}

/** The sizes, and how to change one; they are read once the page is there, so that the server's page fits. */
export function usePaneSizes(): readonly [PaneSizes, (change: Partial<PaneSizes>) => void] {
  const [sizes, setSizes] = useState(standardSizes);
  useEffect(() => setSizes(readSizes()), []);
  const change = (part: Partial<PaneSizes>) => {
    setSizes((before) => {
      const after = { ...before, ...part };
      try {
        localStorage.setItem(storageKey, JSON.stringify(after));
      } catch {
        // Then they last as long as the page.
      }
      return after;
    });
  };
  return [sizes, change];
}
