import { useSyncExternalStore } from 'react';

/** The address bar of the test: follows pushState like the real one. */
const listeners = new Set<() => void>();

export function usePathname(): string {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => window.location.pathname);
}

export function useRouter() {
  return { replace: go, push: go };
}

export function go(path: string): void {
  window.history.pushState(null, '', path);
  listeners.forEach((tell) => tell());
}
