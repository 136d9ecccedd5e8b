import pg from 'pg';

/** How long after a lost connection the next is tried, in milliseconds; doubled each time, up to the longest. */
const AGAIN = 100;
const LONGEST = 5_000;
/** How often a connection is asked whether it still lives: one that was cut off on the way says nothing by itself. */
const BEAT = 10_000;
const ANSWER_WITHIN = 5_000;

export type Ear = {
  /** What somebody told. */
  heard(payload: string): void;
  /** Begins to hear, at first and again after each loss: whatever was told before that is not known. */
  hears?(): void;
  lost(error: Error): void;
};

/**
 * Hears whatever is told on this channel, on a connection of its own that is opened again whenever it is lost; what was
 * told meanwhile is not heard, so whoever listens has to look by herself then. The address must be direct: a pooler in
 * transaction mode hears for nobody.
 */
export function listen(address: string, channel: string, ear: Ear) {
  let stopped = false;
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;
  let beat: NodeJS.Timeout | undefined;
  let wait = AGAIN;

  async function open(): Promise<void> {
    const mine = new pg.Client({
      connectionString: address,
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN,
      query_timeout: ANSWER_WITHIN,
      application_name: `listen ${channel}`,
    });
    client = mine;
    mine.on('notification', ({ payload }) => ear.heard(payload ?? ''));
    const lost = Promise.withResolvers<never>();
    lost.promise.catch(() => {}); // awaited below, perhaps later
    mine.on('error', lost.reject);
    mine.on('end', () => lost.reject(new Error('the connection ended')));
    try {
      await mine.connect();
      await mine.query(`listen ${mine.escapeIdentifier(channel)}`);
      wait = AGAIN;
      beat = setInterval(() => void mine.query('select 1').catch(lost.reject), BEAT);
      beat.unref();
      if (!stopped) ear.hears?.();
      await lost.promise;
    } catch (error) {
      clearInterval(beat);
      mine.removeAllListeners('notification');
      if (stopped) return;
      ear.lost(error as Error);
      mine.end().catch(() => {});
      again = setTimeout(open, wait * (0.5 + Math.random()));
      wait = Math.min(wait * 2, LONGEST);
    }
  }

  void open();
  return {
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(again);
      clearInterval(beat);
      await client?.end().catch(() => {});
    },
  };
}
