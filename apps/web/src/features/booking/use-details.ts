import { useState } from 'react';
import { memory } from '../../lib/local-memory.ts';
import { dismissedAt } from '../basket/dismissed.ts';
import { type Details, NO_DETAILS, wrongFields } from './details.ts';

/** What is kept on a device for good, if somebody asks for it. */
type Me = Pick<Details, 'name' | 'email' | 'phone'>;

const me = memory<Me>(() => localStorage, 'me');
const typedAt = (slug: string) => memory<Details>(() => sessionStorage, `details ${slug}`);

/** What was typed; it outlives steps and reloads while the tab is open, and longer only on request. */
export function useDetails(slug: string) {
  const [typed] = useState(() => typedAt(slug));
  const [details, setDetails] = useState<Details>(() => {
    const remembered = me.read();
    return { ...NO_DETAILS, ...(remembered && { ...remembered, remember: true }), ...typed.read() };
  });
  return {
    details,
    /** Nothing is missing or wrong. */
    complete: Object.keys(wrongFields(details)).length === 0,
    change(changed: Partial<Details>): void {
      const next = { ...details, ...changed };
      setDetails(next);
      typed.write(next);
    },
    /** Keeps them on this device, or forgets them, as was asked. */
    settle(): void {
      if (details.remember) me.write({ name: details.name, email: details.email, phone: details.phone });
      else me.forget();
    },
  };
}

/** What was said of one visit does not belong to the next. */
export function forgetVisit(slug: string): void {
  const typed = typedAt(slug);
  const before = typed.read();
  if (before) typed.write({ ...before, note: '', forOther: false, guest: '' });
  dismissedAt(slug).forget();
}

export type DetailsState = ReturnType<typeof useDetails>;
