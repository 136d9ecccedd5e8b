import type { UndoStack } from '../../proof/stack/undo-stack.ts';
import { AS_SERVED, type Setup } from '../costs/setups.ts';
import { askFigures, TOKEN } from './ask-figures.ts';
import { startListener } from './listener.ts';

/** Setups of the API, and for each that tells somebody by itself how many bytes were heard of it so far. */
export type WatchedSetups = {
  readonly setups: readonly [Setup, ...Setup[]];
  readonly heard: ReadonlyMap<Setup, { readonly bytes: number }>;
};

const LOGGED = { LOG_LEVEL: 'info' };
const ASKED = { METRICS_TOKEN: TOKEN };

/** The API watched by nobody, then with each of what operators may turn on, then with several together, as in production. */
export async function watchedSetups(undo: UndoStack): Promise<WatchedSetups> {
  const heard = new Map<Setup, { readonly bytes: number }>();
  const setup = (name: string, env: Setup['env']): Setup => ({
    ...{ ...AS_SERVED, name, env: { ...AS_SERVED.env, ...env } },
    ...(env.METRICS_TOKEN !== undefined && { beside: askFigures }),
  });
  async function telling(name: string, envOf: (port: number) => Setup['env']): Promise<Setup> {
    const listener = await startListener(undo);
    const one = setup(name, envOf(listener.port));
    heard.set(one, listener.heard);
    return one;
  }
  return {
    setups: [
      AS_SERVED,
      setup('each request logged (LOG_LEVEL=info)', LOGGED),
      setup('figures asked for every second', ASKED),
      await telling('a tenth traced (OTLP)', (port) => traced(port, '0.1')),
      await telling('all traced (OTLP)', (port) => traced(port, '1')),
      await telling('errors reported, of requests none (Sentry)', (port) => reported(port, '0')),
      await telling('errors reported, of requests a tenth (Sentry)', (port) => reported(port, '0.1')),
      await telling('errors reported, of requests all (Sentry)', (port) => reported(port, '1')),
      await telling('a tenth and its profiles (Sentry)', (port) => ({
        ...reported(port, '0.1'),
        SENTRY_PROFILE_SESSION_SAMPLE_RATE: '1',
      })),
      await telling('logged, asked, a tenth reported', (port) => ({ ...LOGGED, ...ASKED, ...reported(port, '0.1') })),
    ],
    heard,
  };
}

const traced = (port: number, share: string) => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
  OTEL_TRACES_SAMPLER_ARG: share,
});

const reported = (port: number, share: string) => ({
  SENTRY_DSN: `http://publickey@127.0.0.1:${port}/1`,
  SENTRY_TRACES_SAMPLE_RATE: share,
});
