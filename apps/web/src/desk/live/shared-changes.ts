import { changeSource, SILENT, type Told } from './change-source.ts';
import type { ChangedDays } from './touched-queries.ts';

type Said = { readonly hears: boolean } | { readonly changed: ChangedDays } | 'system' | 'asks';

/**
 * The stream of a salon, one for all tabs of a browser: over HTTP/1.1 it opens six connections to a place at most, and six
 * calendars would leave none for anything else. The tab that holds the lock has the stream and tells the others; when it
 * goes, the next one takes over. A holder that says nothing any more (a tab put to sleep) has
 * its lock taken away. Where there are no locks (over plain http) each tab has a stream of its own.
 */
export function sharedChanges(salonId: string, told: Told) {
  const url = `/api/desk/${salonId}/changes`;
  if (!('locks' in navigator) || !('BroadcastChannel' in globalThis)) return changeSource(url, told);

  const name = `salon-changes-${salonId}`;
  const channel = new BroadcastChannel(name);
  const ended = new AbortController();
  let source: ReturnType<typeof changeSource> | undefined;
  let heardAt = Date.now();
  let hearsNow = false;
  let answered = false;

  function tell(said: Exclude<Said, 'asks'>): void {
    heardAt = Date.now();
    if (said === 'system') told.system();
    else if ('changed' in said) told.changed(said.changed);
    else {
      hearsNow = said.hears;
      told.hears(said.hears);
    }
  }
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data === 'asks') {
      if (source !== undefined) channel.postMessage({ hears: hearsNow } satisfies Said);
      return;
    }
    tell(data);
    // What was read before anybody told us anything may be old.
    if (!answered) told.changed('all');
    answered = true;
  };
  function tellAll(said: Exclude<Said, 'asks'>): void {
    tell(said);
    channel.postMessage(said);
  }

  function lead(): Promise<void> {
    source = changeSource(url, {
      changed: (changed) => tellAll({ changed }),
      system: () => tellAll('system'),
      hears: (hears) => tellAll({ hears }),
    });
    return new Promise((_, reject) => {
      ended.signal.addEventListener('abort', () => reject(ended.signal.reason), { once: true });
    });
  }

  function queue(steal = false): void {
    const options = steal ? { steal } : { signal: ended.signal };
    navigator.locks.request(name, options, lead).catch(() => {
      source?.close();
      source = undefined;
      // Taken away while it slept: wait for the next turn.
      if (!ended.signal.aborted) queue();
    });
  }

  function wake(): void {
    if (source !== undefined) source.wake();
    else if (Date.now() - heardAt > SILENT && document.visibilityState === 'visible') {
      heardAt = Date.now();
      queue(true);
    }
  }

  queue();
  channel.postMessage('asks' satisfies Said);
  const watch = setInterval(wake, SILENT / 2);
  return {
    wake,
    close(): void {
      clearInterval(watch);
      channel.close();
      ended.abort();
      source?.close();
    },
  };
}
