import { knock } from '@salon/db/embedded/connection';
import { type EmbeddedPostgres, startEmbedded } from '@salon/db/embedded/server';
import { type Kept, keepRunning } from './keep-running.ts';
import { progress } from './progress.ts';

const CHECK_MS = 2_000;

/**
 * A plain `kill` makes PostgreSQL wait for all its clients to leave while it takes no new ones; the API never leaves. So
 * whoever asked it to stop is helped along, and it is started again.
 */
function endSmartShutdown(server: EmbeddedPostgres): void {
  const check = setInterval(async () => {
    const heard = await knock(server.url);
    if (typeof heard === 'object' && 'open' in heard) await heard.open.end();
    if (heard === 'stopping') await server.stop('fast');
  }, CHECK_MS).unref();
  void server.exited.then(() => clearInterval(check));
}

/** Settings laid over those of the embedded server, and who is told of its restarts (else the terminal). */
type DatabaseOptions = { settings?: Record<string, string>; report?: (line: string) => void };

/** The embedded PostgreSQL, kept running on one port so that the API finds it again. */
export async function keepDatabase(
  dataDir: string,
  { settings = {}, report = progress }: DatabaseOptions = {},
): Promise<{ server: EmbeddedPostgres; kept: Kept }> {
  let server: EmbeddedPostgres | undefined;
  const kept = await keepRunning({
    name: 'PostgreSQL',
    async start() {
      const port = server?.port;
      server = await startEmbedded({
        dataDir,
        settings,
        ...(port === undefined ? {} : { port }),
        onCreate: () => report('making a new database'),
      });
      const running = server;
      endSmartShutdown(running);
      return {
        ended: running.exited.then(() => ({ why: `see ${running.place.log}` })),
        stop: (hurry) => running.stop(hurry ? 'immediate' : 'fast'),
      };
    },
    report,
    onFatal: () => {},
  });
  if (!server) throw new Error('keepRunning returned before the start');
  return { server, kept };
}
