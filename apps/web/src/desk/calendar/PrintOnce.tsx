import { useEffect, useRef } from 'react';

/** Prints what the page has for paper, once; it stands behind that, so that all of it is there. */
export function PrintOnce({ onDone }: { readonly onDone: () => void }) {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    // The address first: while it is printed nothing else happens.
    onDone();
    window.print();
  }, [onDone]);
  return null;
}
