import { useEffect, useState } from 'react';
import { useDesk } from '../lib/desk.ts';

/** What was typed and not saved, by what it is about: it is still there when one comes back to it. */
const drafts = new Map<string, unknown>();

// Whoever closes the window is asked first.
addEventListener('beforeunload', (event) => {
  if (drafts.size > 0) event.preventDefault();
});

export const keptDraft = <T>(key: string) => drafts.get(key) as T | undefined;

export function keepDraft(key: string, value: unknown): void {
  if (value === undefined) drafts.delete(key);
  else drafts.set(key, value);
}

/** Keeps apart what is typed in different salons, and what somebody typed from whoever signs in next. */
export function useDraftKey(about: string): string {
  const { login, salon } = useDesk();
  return `${login.id} ${salon.id} ${about}`;
}

/**
 * A value that is edited: what is `known` of it until something else is typed. What was typed stays, also when one looks at
 * another page meanwhile, until it is saved or dropped.
 */
export function useDraft<T>(about: string, known: T) {
  const key = useDraftKey(about);
  const [draft, setDraft] = useState(() => keptDraft<T>(key));
  useEffect(() => keepDraft(key, draft), [key, draft]);
  const isDirty = draft !== undefined && JSON.stringify(draft) !== JSON.stringify(known);
  return { value: draft ?? known, set: (next: T) => setDraft(() => next), drop: () => setDraft(undefined), isDirty };
}
