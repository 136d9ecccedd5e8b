import type { Database } from '@salon/db/pool';
import type { FiguresSettings } from '@salon/settings/figures';
import { joinTexts } from '@salon/telemetry/exposition';
import { serveFigures } from '@salon/telemetry/figures-server';
import { askPeers, type Told } from '@salon/telemetry/peers';
import { processFigures } from '@salon/telemetry/process-figures';
import type { FastifyInstance } from 'fastify';
import { Gauge } from 'prom-client';
import type { ReadOnly } from '../read-only/read-only.ts';
import { bookingFigures, type FigureLabels } from './booking-figures.ts';
import { figuresRepo } from './figures.repo.ts';
import { metricsRoutes } from './metrics.routes.ts';
import { countConnections } from './pool-figures.ts';
import { replicaRepo } from './replica.repo.ts';
import { countRequests } from './request-figures.ts';
import { countSeen, seenOfLate } from './seen.ts';
import { sharedFigures } from './shared-figures.ts';

export type FiguresConfig = FiguresSettings & {
  readonly labels: FigureLabels;
  /** Whether they are told where customers ask too. */
  readonly told: boolean;
  /** A replica to be watched. */
  readonly replicaUrl: string | undefined;
};

type Deps = {
  readonly config: FiguresConfig;
  readonly db: Database;
  readonly secret: string;
  readonly clock: () => number;
  readonly publicUrl: string;
  readonly version: string;
  readonly readOnly: Pick<ReadOnly, 'on'>;
};

export type Figures = Awaited<ReturnType<typeof openFigures>>;

/** The figures of this process and of the product, counted from now on and told at `/metrics`. */
export async function openFigures(app: FastifyInstance, deps: Deps) {
  const { config, db } = deps;
  const registry = processFigures(config.process);
  const seen = seenOfLate(deps.clock);
  const replica = config.replicaUrl === undefined ? undefined : replicaRepo(config.replicaUrl);
  const bookings = bookingFigures(registry, config.labels);
  countRequests(app, registry, { seen, secret: deps.secret, step: bookings.step });
  countConnections(registry, db);
  const streams = new Gauge({
    name: 'jn_sse_clients',
    help: 'Calendars that listen for changes.',
    registers: [registry],
  });

  const own = async (): Promise<Told> => ({ text: await registry.metrics(), seen: seen.marks() });
  const shared = sharedFigures({ ...deps, repo: figuresRepo(db), replica });
  async function tell(): Promise<string> {
    const told = [await own(), ...(await askPeers(config.peers, config.peerToken))];
    const people = told.map((one) => one.seen);
    return joinTexts([await shared((area) => countSeen(people, area)), ...told.map(({ text }) => text)]);
  }

  async function alone(): Promise<string> {
    const { seen: people, text } = await own();
    return joinTexts([await shared((area) => countSeen([people], area)), text]);
  }
  const server = await serveFigures(config, { peers: own, watchers: alone }, (error) =>
    app.log.warn({ err: error }, 'telling figures'),
  );
  if (config.told) await app.register(metricsRoutes({ tell, token: config.token }));
  app.addHook('onClose', async () => {
    await Promise.all([server.close(), replica?.close()]);
  });
  return { bookings, streams };
}
