/** How many frames a list may take to begin listening; after so many it never will. */
const PATIENCE = 120;

/**
 * Keeps the keys pressed after a list was told to move something, and gives them to it one a frame once it listens.
 *
 * React Aria listens for the keys of a move from the next frame on, and knows the first place one render later. On a busy
 * machine frames come late: an arrow pressed before would move the focus instead, and Enter would open whatever it fell on.
 *
 * @param listens whether the list is ready for the next key
 */
export function keepEarlyKeys(listens: () => boolean): void {
  const early: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent) => {
    // What is given back below comes by here again.
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    early.push(event);
  };
  addEventListener('keydown', keep, true);
  addEventListener('keyup', keep, true);
  let frames = 0;
  let listening = false;
  const giveBack = () => {
    listening ||= listens() || frames++ >= PATIENCE;
    const event = listening ? early.shift() : undefined;
    if (event) (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent(event.type, event));
    if (listening && early.length === 0) {
      removeEventListener('keydown', keep, true);
      removeEventListener('keyup', keep, true);
    } else {
      requestAnimationFrame(giveBack);
    }
  };
  requestAnimationFrame(giveBack);
}
