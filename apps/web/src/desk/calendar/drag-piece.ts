import type { Drag } from './gesture.ts';
import { STEP, snapMinutes } from './snap.ts';

/** A piece that was taken hold of, as it lies on the page. */
export type Held = {
  readonly box: HTMLElement;
  readonly block: HTMLElement;
  readonly visitId: string;
  /** Where its column stands, and from which minute to which it lies there. */
  readonly column: number;
  readonly from: number;
  /** Whether it may go to a column; over others it stays in its own. */
  readonly canGoTo: (column: number) => boolean;
  /** What the clock shows at a minute of a column. */
  readonly clockAt: (column: number, minute: number) => string;
};

/**
 * Moves a visit: copies of all its pieces follow the pointer, each in its own column but the one that is held, which goes
 * where the pointer is.
 */
export function dragPiece(held: Held, drop: (to: { column: number; byMinutes: number }) => void): Drag {
  const { box, block, visitId, column } = held;
  const columns = [...box.querySelectorAll<HTMLElement>('[data-column]')];
  const ghosts: { readonly ghost: HTMLElement; readonly isHeld: boolean }[] = [];
  const pieces = [...box.querySelectorAll<HTMLElement>(`[data-visit="${CSS.escape(visitId)}"]`)];
  const perMinute = Number(getComputedStyle(box).getPropertyValue('--ppm'));
  let to = { column, byMinutes: 0 };

  function ghostOf(piece: HTMLElement): HTMLElement {
    const own = piece.closest<HTMLElement>('[data-column]');
    const ghost = piece.cloneNode(true) as HTMLElement;
    ghost.querySelector('button')?.remove();
    ghost.setAttribute('aria-hidden', 'true');
    ghost.classList.add('calendar-ghost', 'calendar-tint');
    ghost.style.setProperty('--staff', own?.style.getPropertyValue('--staff') ?? '');
    ghost.style.left = `${(own?.offsetLeft ?? 0) + piece.offsetLeft}px`;
    ghost.style.width = `${piece.offsetWidth}px`;
    own?.parentElement?.append(ghost);
    return ghost;
  }

  return {
    begin() {
      for (const piece of pieces) {
        ghosts.push({ ghost: ghostOf(piece), isHeld: piece === block });
        piece.classList.add('calendar-left-behind');
      }
    },
    paint(at, from) {
      to = { column: held.canGoTo(at.column) ? at.column : column, byMinutes: snapMinutes(at.minute - from.minute) };
      const x = (columns[to.column]?.offsetLeft ?? 0) - (columns[column]?.offsetLeft ?? 0);
      const y = to.byMinutes * perMinute;
      for (const { ghost, isHeld } of ghosts) ghost.style.transform = `translate(${isHeld ? x : 0}px, ${y}px)`;
      const time = ghosts.find(({ isHeld }) => isHeld)?.ghost.querySelector('.calendar-time');
      if (time) time.textContent = held.clockAt(to.column, held.from + to.byMinutes);
    },
    end(dropped) {
      for (const { ghost } of ghosts) ghost.remove();
      for (const piece of pieces) piece.classList.remove('calendar-left-behind');
      if (dropped && (to.column !== column || to.byMinutes !== 0)) drop(to);
    },
  };
}

/** Makes the last work of a visit longer or shorter, by its lower edge. */
export function dragEdge(held: Pick<Held, 'block'>, least: number, drop: (longer: number) => void): Drag {
  const { block } = held;
  const stretches = [...block.querySelectorAll<HTMLElement>('.calendar-stretch')];
  const buffer = stretches.filter((one) => one.classList.contains('is-buffer'));
  const last = stretches.filter((one) => !one.matches('.is-buffer, .is-processing, .is-elsewhere')).at(-1);
  const before = new Map([block, ...stretches].map((one) => [one, one.style.cssText]));
  const minutes = (one: HTMLElement | undefined, name: string) => Number(one?.style.getPropertyValue(name) ?? 0);
  const [whole, work] = [minutes(block, '--d'), minutes(last, '--m')];
  const offsets = buffer.map((one) => ({ one, offset: minutes(one, '--o') }));
  let longer = 0;
  return {
    begin() {
      block.style.zIndex = '10';
    },
    paint(at, from) {
      longer = Math.max(least, Math.round((at.minute - from.minute) / STEP) * STEP);
      block.style.setProperty('--d', String(whole + longer));
      last?.style.setProperty('--m', String(work + longer));
      for (const { one, offset } of offsets) one.style.setProperty('--o', String(offset + longer));
    },
    end(dropped) {
      for (const [one, css] of before) one.style.cssText = css;
      if (dropped && longer !== 0) drop(longer);
    },
  };
}
