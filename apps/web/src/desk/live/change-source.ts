import { called } from '../../lib/api-origin.ts';
import type { ChangedDays } from './touched-queries.ts';

/** The server says something every 15 seconds; nothing for so long, and the line is dead. */
export const SILENT = 40_000;
/** How long after it was refused a stream is tried again, in milliseconds; doubled each time, up to the longest. */
const AGAIN = 1_000;
const LONGEST = 60_000;

export type Told = {
  changed(changed: ChangedDays): void;
  /** How the product as a whole stands has changed. */
  system(): void;
  /** Whether it hears; said whenever that changes, and with every beat. */
  hears(hears: boolean): void;
};

/** Signed in by a cookie, wherever the API is. */
const openStream = (url: string): Source => new EventSource(called(url), { withCredentials: true });

type Source = {
  readonly readyState: number;
  addEventListener(event: string, listener: (event: Event) => void): void;
  close(): void;
};

/**
 * Hears what the API says of a salon's days. A stream that breaks is opened again, one that falls silent too; whenever one
 * opens, the first one as well, everything has changed, since nobody knows what was said before. `wake` looks whether it
 * is still there, after a computer slept or a network came back.
 */
export function changeSource(url: string, told: Told, open: (url: string) => Source = openStream) {
  let source: Source | undefined;
  let heardAt = Date.now();
  let wait = AGAIN;
  let again: ReturnType<typeof setTimeout> | undefined;
  const watch = setInterval(wake, SILENT / 2);

  function connect(): void {
    clearTimeout(again);
    source?.close();
    const mine = open(url);
    source = mine;
    heardAt = Date.now();
    const on = (event: string, react: (data: string) => void) =>
      mine.addEventListener(event, (message) => {
        if (source !== mine) return;
        heardAt = Date.now();
        react((message as MessageEvent<string>).data);
      });
    on('hello', () => {
      wait = AGAIN;
      told.hears(true);
      told.changed('all');
    });
    on('change', (data) => told.changed((JSON.parse(data) as { dates: string[] }).dates));
    on('again', () => told.changed('all'));
    on('system', () => told.system());
    on('beat', () => told.hears(true));
    mine.addEventListener('error', () => {
      if (source !== mine) return;
      told.hears(false);
      // It opens itself again unless it was refused. Then whatever is read next says why: nobody is signed in, perhaps.
      if (mine.readyState !== 2) return;
      told.changed('all');
      later();
    });
  }

  function later(): void {
    clearTimeout(again);
    again = setTimeout(connect, wait);
    wait = Math.min(wait * 2, LONGEST);
  }

  function wake(): void {
    if (Date.now() - heardAt < SILENT) return;
    told.hears(false);
    // Said once more when it opens, but what is shown should not wait for that.
    told.changed('all');
    connect();
  }

  connect();
  return {
    wake,
    close(): void {
      clearInterval(watch);
      clearTimeout(again);
      const mine = source;
      source = undefined;
      mine?.close();
    },
  };
}
