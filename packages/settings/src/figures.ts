import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { optional } from './fields.ts';

const Listen = z
  .string()
  .regex(
    /^(?:(?<host>[\w.:-]+|\[[\da-fA-F:]+\]):)?\d{1,5}$/,
    'Expected a port, or an address and a port like 127.0.0.1:9464',
  )
  .transform((value) => {
    const colon = value.lastIndexOf(':');
    return {
      host: colon < 0 ? undefined : value.slice(0, colon).replace(/^\[|\]$/g, ''),
      port: Number(value.slice(colon + 1)),
    };
  })
  .refine(({ port }) => port >= 1 && port <= 65_535, 'Expected a port from 1 to 65535');

const Peers = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()))
  .pipe(
    z.array(z.url({ protocol: /^https?$/, error: 'Expected addresses that begin with http://, separated by commas' })),
  );

/** What both API and worker are told about their figures. */
export const figuresFields = {
  METRICS_TOKEN: optional(z.string().regex(/^[\x21-\x7e]{16,}$/, 'Expected at least 16 characters without spaces')),
  METRICS_LISTEN: optional(Listen),
  METRICS_PEERS: optional(Peers),
  METRICS_PROCESS: optional(z.string().regex(/^[\w-]{1,40}$/, 'Expected a short name of letters, digits and dashes')),
};

export type FiguresSettings = {
  /** What this process is called in its series. */
  readonly process: string;
  /** Who asks for figures says this; undefined: nobody is asked who she is. */
  readonly token: string | undefined;
  /** Where this process alone is asked, apart from customers. */
  readonly listen: { readonly host: string | undefined; readonly port: number } | undefined;
  /** Other processes of the same product, whose figures this one tells along with its own. */
  readonly peers: readonly string[];
  /** What processes of one product say to each other. */
  readonly peerToken: string;
};

type Environment = {
  readonly APP_SECRET: readonly string[];
  readonly METRICS_TOKEN?: string | undefined;
  readonly METRICS_LISTEN?: FiguresSettings['listen'];
  readonly METRICS_PEERS?: readonly string[] | undefined;
  readonly METRICS_PROCESS?: string | undefined;
};

export function figuresSettings(env: Environment, process: string): FiguresSettings {
  return {
    process: env.METRICS_PROCESS ?? process,
    token: env.METRICS_TOKEN,
    listen: env.METRICS_LISTEN,
    peers: env.METRICS_PEERS ?? [],
    peerToken: createHmac('sha256', env.APP_SECRET[0] ?? '')
      .update('figures of peers')
      .digest('base64url'),
  };
}
