import type { SalonScope } from '../../scope/salon-scope.ts';
import { CHANGES_CHANNEL, payloadsOf } from './change-payload.ts';

/** How long a change waits for others, in milliseconds. */
const TOGETHER = 40;
/** After how long it is told again when it could not be. */
const AGAIN = 1_000;

/** Tells every open calendar of a salon which days have changed; `all`: whatever it shows. Call it after the commit. */
export type AnnounceChange = (scope: SalonScope, dates: Iterable<string> | 'all') => void;

/**
 * Tells all processes which days of which salons have changed: those of forty milliseconds in one statement, and never
 * inside a transaction, because commits that notify stand in one line of the whole server. What cannot be told now is
 * told later; `stop` tells what still waits.
 */
export function changeBell(db: { query(text: string, values: unknown[]): Promise<unknown> }) {
  let waiting = new Map<string, Set<string> | 'all'>();
  let timer: NodeJS.Timeout | undefined;

  function add(salonId: string, dates: Iterable<string> | 'all'): void {
    const known = waiting.get(salonId) ?? [];
    waiting.set(salonId, dates === 'all' || known === 'all' ? 'all' : new Set([...known, ...dates]));
  }

  function later(millis: number): void {
    timer ??= setTimeout(() => void tell(), millis).unref();
  }

  async function tell(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    const told = waiting;
    waiting = new Map();
    try {
      await db.query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [
        CHANGES_CHANNEL,
        payloadsOf(told),
      ]);
    } catch {
      for (const [salonId, dates] of told) add(salonId, dates);
      later(AGAIN);
    }
  }

  const announce: AnnounceChange = ({ salonId }, dates) => {
    add(salonId, dates);
    later(TOGETHER);
  };
  return {
    announce,
    async stop(): Promise<void> {
      await tell();
      clearTimeout(timer);
    },
  };
}
