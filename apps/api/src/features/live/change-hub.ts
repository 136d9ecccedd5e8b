import { listen } from '@salon/db/listen';
import { CHANGES_CHANNEL, changesIn } from './change-payload.ts';

/** Told which days have changed; `all`: look again at whatever is shown. */
export type OnChange = (dates: readonly string[] | 'all') => void;

export type ChangeHub = ReturnType<typeof changeHub>;

/**
 * Hands on to this process's calendars what any process announces. It begins to listen with the first of them; when it
 * begins to hear, again after a loss too, nobody knows what was told before, so everybody is told to look.
 * Without an address (there is a pooler, and no way past it) nothing is ever heard.
 */
export function changeHub(address: string | undefined, warn: (error: Error) => void) {
  const subscribers = new Map<string, Set<OnChange>>();
  let ear: ReturnType<typeof listen> | undefined;

  function hear(payload: string): void {
    for (const [salonId, dates] of changesIn(payload)) {
      for (const tell of subscribers.get(salonId) ?? []) tell(dates);
    }
  }

  function everybodyLooks(): void {
    for (const tell of [...subscribers.values()].flatMap((salon) => [...salon])) tell('all');
  }

  /** Returns how to be told no more. */
  function listenIn(topic: string, tell: OnChange): () => void {
    const those = subscribers.get(topic) ?? new Set();
    subscribers.set(topic, those.add(tell));
    return () => {
      those.delete(tell);
      if (those.size === 0 && subscribers.get(topic) === those) subscribers.delete(topic);
    };
  }

  return {
    /** Is told while somebody subscribes, and opens no connection for it: for who looks by itself as well. */
    listenIn,

    /** Returns how to be told no more. */
    subscribe(salonId: string, tell: OnChange): () => void {
      if (address !== undefined) {
        ear ??= listen(address, CHANGES_CHANNEL, { heard: hear, hears: everybodyLooks, lost: warn });
      }
      return listenIn(salonId, tell);
    },

    async stop(): Promise<void> {
      await ear?.stop();
    },
  };
}
