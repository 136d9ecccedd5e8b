import { useEffect, useState } from 'react';

/** Longer than between the two taps of a double tap, shorter than it takes to read one word and mean it. */
const SETTLES_MS = 600;

/**
 * Whether something became another a moment ago: what has just taken a button's place under a finger is not meant by the
 * finger. The first value counts as settled.
 */
export function useJustChanged(value: string): boolean {
  const [shown, setShown] = useState({ value, isNew: false });
  if (shown.value !== value) setShown({ value, isNew: true });
  useEffect(() => {
    if (!shown.isNew) return;
    const settle = setTimeout(() => setShown({ ...shown, isNew: false }), SETTLES_MS);
    return () => clearTimeout(settle);
  }, [shown]);
  return shown.isNew;
}
