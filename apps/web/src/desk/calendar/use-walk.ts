import { type RefObject, useCallback, useState } from 'react';
import { entryOf, type Lane, type Stop } from './stops.ts';

/**
 * Where one is in the calendar. All of it is one stop for Tab; arrow keys go on from there. `entry` is what Tab leads to:
 * where one was last, else what goes on now.
 */
export function useWalk(box: RefObject<HTMLElement | null>, lanes: readonly Lane[], now: number) {
  const [at, setAt] = useState<string>();
  const isThere = lanes.some(({ stops }) => stops.some(({ key }) => key === at));
  const entry = isThere ? at : entryOf(lanes, now)?.key;
  const goTo = useCallback(
    (key: string) => {
      setAt(key);
      focusStop(box.current, key);
    },
    [box],
  );
  return { entry, setAt, goTo };
}

/**
 * Gives a stop the focus and brings it into view: at once, or the next key would be lost; where it is not drawn yet, with
 * the next frame.
 */
export function focusStop(box: HTMLElement | null, key: Stop['key']): void {
  if (!focusDrawn(box, key)) requestAnimationFrame(() => focusDrawn(box, key));
}

function focusDrawn(box: HTMLElement | null, key: Stop['key']): boolean {
  const block = box?.querySelector<HTMLElement>(`[data-stop="${CSS.escape(key)}"]`);
  block?.querySelector('button')?.focus({ preventScroll: true });
  block?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return block !== undefined && block !== null;
}
