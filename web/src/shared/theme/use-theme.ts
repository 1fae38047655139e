'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { themeKey } from './theme-script';

export type Theme = 'system' | 'light' | 'dark';

const listeners = new Set<() => void>();

/** The chosen theme and how to choose another; all tabs follow. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, read, (): Theme => 'system');
  const choose = useCallback((next: Theme) => {
    write(next);
    apply();
    listeners.forEach((tell) => tell());
  }, []);
  return [theme, choose];
}

function subscribe(listener: () => void): () => void {
  const changed = () => {
    apply();
    listener();
  };
  const system = matchMedia('(prefers-color-scheme: dark)');
  listeners.add(listener);
  system.addEventListener('change', changed);
  addEventListener('storage', changed);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', changed);
    removeEventListener('storage', changed);
  };
}

function read(): Theme {
  try {
    const stored = localStorage.getItem(themeKey);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

function write(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {
    // Storage is closed to us: the choice holds for this page only.
  }
}

function apply(): void {
  const theme = read();
  const dark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}
