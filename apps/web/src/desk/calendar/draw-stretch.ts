import type { Drag } from './gesture.ts';
import { snapStretch } from './snap.ts';

/** Draws a stretch of time in a column, for something new. */
export function drawStretch(
  column: HTMLElement,
  told: (stretch: { start: number; end: number }) => string,
  drop: (stretch: { start: number; end: number }) => void,
): Drag {
  const perMinute = Number(getComputedStyle(column).getPropertyValue('--ppm'));
  const drawn = document.createElement('div');
  drawn.className = 'calendar-drawn numbers';
  drawn.setAttribute('aria-hidden', 'true');
  let stretch: { start: number; end: number } | undefined;
  return {
    begin() {
      column.append(drawn);
    },
    paint(at, from) {
      stretch = snapStretch(from.minute, at.minute);
      drawn.style.top = `${stretch.start * perMinute}px`;
      drawn.style.height = `${(stretch.end - stretch.start) * perMinute}px`;
      drawn.textContent = told(stretch);
    },
    end(dropped) {
      drawn.remove();
      if (dropped && stretch !== undefined) drop(stretch);
    },
  };
}
