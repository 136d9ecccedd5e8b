import { vi } from 'vitest';

/** A browser's window, as far as consent needs one: who listens, and what is kept. `vi.unstubAllGlobals()` takes it away. */
export function standInWindow(): { page: EventTarget; kept: Map<string, string> } {
  const page = new EventTarget();
  const kept = new Map<string, string>();
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const) {
    vi.stubGlobal(name, page[name].bind(page));
  }
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  return { page, kept };
}
