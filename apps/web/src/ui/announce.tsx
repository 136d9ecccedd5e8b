import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Has a sentence read out without moving the focus. The same sentence twice is read twice. */
export function announce(sentence: string): void {
  // A space that is not heard makes a repeated sentence another one.
  said = said === sentence ? `${sentence}\u00a0` : sentence;
  for (const listener of listeners) listener();
}

/** Where announcements are heard; stands once on the page. */
export function Announcer() {
  const sentence = useSyncExternalStore(listen, () => said);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {sentence}
    </div>
  );
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
