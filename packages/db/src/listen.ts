import pg from 'pg';

/** How long after a lost connection the next is tried, in milliseconds. */
const AGAIN = 1_000;

/**
 * Calls back whenever somebody notifies this channel, on a connection of its own that is opened again whenever it is
 * lost; what was told meanwhile is not heard, so whoever listens has to look by itself now and then. `onLoss` is told of
 * each loss. The address must be direct: a pooler in transaction mode hears for nobody.
 */
export function listen(address: string, channel: string, onNotice: () => void, onLoss: (error: Error) => void) {
  let stopped = false;
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const mine = new pg.Client({ connectionString: address, keepAlive: true, application_name: `listen ${channel}` });
    client = mine;
    mine.on('notification', onNotice);
    const lost = Promise.withResolvers<never>();
    lost.promise.catch(() => {}); // awaited below, perhaps later
    mine.on('error', lost.reject);
    mine.on('end', () => lost.reject(new Error('the connection ended')));
    try {
      await mine.connect();
      await mine.query(`listen ${mine.escapeIdentifier(channel)}`);
      await lost.promise;
    } catch (error) {
      mine.removeAllListeners('notification');
      if (stopped) return;
      onLoss(error as Error);
      mine.end().catch(() => {});
      again = setTimeout(open, AGAIN);
    }
  }

  void open();
  return {
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(again);
      await client?.end().catch(() => {});
    },
  };
}
