import { OUTBOX_CHANNEL } from '@salon/contracts/jobs';
import { listen } from '@salon/db/listen';
import { serveFigures } from '@salon/telemetry/figures-server';
import type { Config } from './config.ts';
import { loop } from './loop.ts';
import { openParts, type PartDeps } from './parts.ts';
import { tellers } from './telemetry/tellers.ts';

const LOOK_EVERY = 1_000;
const SWEEP_EVERY = 60_000;
/** How long mails under way may take to be finished when the worker is told to stop, in milliseconds. */
const DRAIN = 8_000;

/** A worker at work. */
export type RunningWorker = {
  /** Takes no more work, finishes what is being sent (what takes longer is left to the next worker), and closes. */
  stop(): Promise<void>;
};

/**
 * Starts relay, sweeper and senders. The relay looks each second and whenever a booking is told of, and so does the
 * sweeper for what is due; its net, for what was lost, is cast each minute. Rejects when the queue cannot be opened.
 */
export async function startWorker(config: Config, deps: PartDeps): Promise<RunningWorker> {
  const { log, clock } = deps;
  const told = tellers(log);
  const parts = await openParts(config, deps);
  const { relayOnce, tellOnce, sweep, ledger, done } = parts;
  // What has waited for its time goes first: a long line of events would take up all the room.
  const looking = loop(async () => (await sweep.due()) + (await relayOnce()), LOOK_EVERY, told('relay'));
  const sweeping = loop(sweep.all, SWEEP_EVERY, told('sweeper'));
  const telling = tellOnce && loop(tellOnce, LOOK_EVERY, told('telling PostHog'));
  const lost = told('listening for bookings');
  const notices = listen(config.databaseUrl, OUTBOX_CHANNEL, { heard: looking.wake, hears: looking.wake, lost });
  const report = setInterval(async () => {
    const waiting = await ledger.figures(clock()).catch(() => undefined);
    log.info({ waiting, done: { ...done } }, 'figures');
  }, SWEEP_EVERY);
  const tell = () => parts.registry.metrics();
  const peers = async () => ({ text: await tell(), seen: {} });
  const figures = await serveFigures(config.figures, { watchers: tell, peers }, told('telling figures'));
  log.info(parts.places, 'ready');
  return {
    async stop() {
      clearInterval(report);
      await Promise.all([figures.close(), notices.stop(), looking.stop(), sweeping.stop(), telling?.stop()]);
      await parts.close(DRAIN);
    },
  };
}
