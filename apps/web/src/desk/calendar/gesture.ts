/** Where a pointer is: which column it is over (the nearest, beside all of them), and how many minutes from its top. */
type Point = { readonly column: number; readonly minute: number };

/** What a drag does to the page while it goes on. It touches no React until it is dropped. */
export type Drag = {
  readonly begin: () => void;
  /** Once a frame, at most. */
  readonly paint: (at: Point, from: Point) => void;
  readonly end: (dropped: boolean) => void;
};

/** A mouse that has moved so far drags; less is a click. */
const SLACK_PX = 4;
const LONG_PRESS_MS = 350;
/** So near to an edge the calendar scrolls along, so far each frame. */
const EDGE_PX = 44;
const SCROLL_PX = 12;

/** Calendars in which something is dragged right now. */
const held = new WeakSet<HTMLElement>();

/**
 * Keeps a calendar from scrolling below a finger that drags. It listens before a finger is put down: one that meets no such
 * listener scrolls, whatever is added later. Returns what ends it.
 */
export function holdStill(box: HTMLElement): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  box.addEventListener('touchmove', (event) => held.has(box) && event.preventDefault(), { signal, passive: false });
  return () => listening.abort();
}

/**
 * Follows a pointer from where it was put down. A mouse drags when it moves; a finger when it has stayed for a moment, so
 * that swiping scrolls. Near an edge the calendar scrolls along; Escape leaves everything as it was.
 */
export function followDrag(box: HTMLElement, down: PointerEvent, drag: Drag): void {
  const measure = measured(box);
  const from = measure.pointAt(down);
  const isTouch = down.pointerType === 'touch';
  let last: PointerEvent = down;
  let dragging = false;
  let frame = 0;
  const wait = isTouch ? setTimeout(begin, LONG_PRESS_MS) : undefined;
  const listening = new AbortController();
  const { signal } = listening;

  function begin(): void {
    dragging = true;
    held.add(box);
    if (box.isConnected) box.setPointerCapture(down.pointerId);
    drag.begin();
    frame ||= requestAnimationFrame(paint);
  }

  function paint(): void {
    frame = 0;
    if (!dragging) return;
    if (scrollAlong(box, last, down)) frame = requestAnimationFrame(paint);
    drag.paint(measure.pointAt(last), from);
  }

  function finish(dropped: boolean): void {
    clearTimeout(wait);
    cancelAnimationFrame(frame);
    listening.abort();
    if (!dragging) return;
    dragging = false;
    held.delete(box);
    // The click that follows is none.
    const swallow = (event: Event) => event.stopPropagation();
    box.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => box.removeEventListener('click', swallow, { capture: true }));
    drag.end(dropped);
  }

  addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== down.pointerId) return;
      last = event;
      if (!dragging) {
        if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < SLACK_PX) return;
        if (isTouch) return finish(false);
        begin();
      }
      frame ||= requestAnimationFrame(paint);
    },
    { signal },
  );
  addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerId !== down.pointerId) return;
      last = event;
      paint();
      finish(true);
    },
    { signal },
  );
  addEventListener('pointercancel', () => finish(false), { signal });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !dragging) return;
      event.stopPropagation();
      finish(false);
    },
    { signal, capture: true },
  );
}

/** Where columns lie within a calendar, measured once: they do not move while one drags. */
function measured(box: HTMLElement) {
  const columns = [...box.querySelectorAll<HTMLElement>('[data-column]')];
  const perMinute = Number(getComputedStyle(box).getPropertyValue('--ppm'));
  const first = columns[0]?.getBoundingClientRect();
  const left = (first?.left ?? 0) + box.scrollLeft;
  const top = (first?.top ?? 0) + box.scrollTop;
  const width = first?.width ?? 1;
  return {
    pointAt({ clientX, clientY }: PointerEvent): Point {
      const column = Math.floor((clientX + box.scrollLeft - left) / width);
      return {
        column: Math.max(0, Math.min(columns.length - 1, column)),
        minute: (clientY + box.scrollTop - top) / perMinute,
      };
    },
  };
}

/** Scrolls on near an edge, but only towards where the pointer went: what was taken hold of at an edge stays in view. */
function scrollAlong(box: HTMLElement, { clientX, clientY }: PointerEvent, down: PointerEvent): boolean {
  const edge = box.getBoundingClientRect();
  const { scrollPaddingLeft, scrollPaddingTop } = getComputedStyle(box);
  const inner = {
    left: edge.left + Number.parseFloat(scrollPaddingLeft),
    top: edge.top + Number.parseFloat(scrollPaddingTop),
  };
  const x = towards(clientX, down.clientX, inner.left, edge.right);
  const y = towards(clientY, down.clientY, inner.top, edge.bottom);
  if (x === 0 && y === 0) return false;
  const before = [box.scrollLeft, box.scrollTop];
  box.scrollBy(x, y);
  return before[0] !== box.scrollLeft || before[1] !== box.scrollTop;
}

function towards(at: number, from: number, low: number, high: number): number {
  if (at < low + EDGE_PX && at < from - SLACK_PX) return -SCROLL_PX;
  return at > high - EDGE_PX && at > from + SLACK_PX ? SCROLL_PX : 0;
}
