import { type EmbeddedPostgres, startEmbedded } from '@salon/db/embedded/server';
import { type Kept, keepRunning } from './keep-running.ts';
import { progress } from './progress.ts';

/** The embedded PostgreSQL, kept running on one port so that the API finds it again. */
export async function keepDatabase(dataDir: string): Promise<{ server: EmbeddedPostgres; kept: Kept }> {
  let server: EmbeddedPostgres | undefined;
  const kept = await keepRunning({
    name: 'PostgreSQL',
    async start() {
      const port = server?.port;
      server = await startEmbedded({
        dataDir,
        ...(port === undefined ? {} : { port }),
        onCreate: () => progress('making a new database'),
      });
      const running = server;
      return {
        ended: running.exited.then(() => ({ why: `see ${running.place.log}` })),
        stop: (hurry) => running.stop(hurry ? 'immediate' : 'fast'),
      };
    },
    report: progress,
    onFatal: () => {},
  });
  if (!server) throw new Error('keepRunning returned before the start');
  return { server, kept };
}
