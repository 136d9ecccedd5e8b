import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageSettings } from '@salon/reports/page-settings';
import { databaseAddress, optional, publicUrl, shared } from '@salon/settings/fields';
import { figuresFields, figuresSettings } from '@salon/settings/figures';
import { type LearningSettings, learningFields, learningSettings } from '@salon/settings/learning';
import { readSettings } from '@salon/settings/read-settings';
import { pageReportsFields, pageReportsSettings, reportsFields } from '@salon/settings/reports';
import { z } from 'zod';
import manifest from '../package.json' with { type: 'json' };
import { isSameSite, origin, origins } from './edge/origins.ts';
import type { FiguresConfig } from './features/figures/figures.ts';
import { LOOPBACK } from './plugins/own-origin.ts';

const flag = (fallback: boolean) => optional(z.stringbool()).transform((value) => value ?? fallback);

/** How many values a label may have; 0: it is left empty. */
const labels = (usual: number) =>
  optional(z.coerce.number().int().min(0).max(10_000)).transform((value) => value ?? usual);

const Environment = z
  .object({
    ...shared,
    ...figuresFields,
    ...reportsFields,
    ...pageReportsFields,
    ...learningFields,
    METRICS_SALON_LABELS: labels(50),
    METRICS_SERVICE_LABELS: labels(20),
    DATABASE_REPLICA_URL: optional(databaseAddress),
    DRAIN_SECONDS: optional(z.coerce.number().int().min(0).max(60)).transform((value) => value ?? 0),
    API_PROCESSES: optional(z.coerce.number().int().min(1).max(64)).transform((value) => value ?? 1),
    TRUST_PROXY: optional(
      z.union([
        z
          .string()
          .regex(/^\d{1,2}$/)
          .transform(Number),
        z.string().regex(/^[\da-fA-F.:/]+(,\s*[\da-fA-F.:/]+)*$/, 'Expected a number of proxies, or their addresses'),
      ]),
    ),
    RATE_LIMIT: optional(z.string().regex(/^(on|off|[1-9]\d*\/min)$/, 'Expected on, off or a number like 60/min')),
    READ_ONLY_MODE: flag(false),
    READ_ONLY_UNTIL: optional(z.iso.datetime({ offset: true })),
    API_ORIGIN: optional(origin),
    CORS_ORIGINS: optional(origins),
    WEB_DIR: optional(z.string()),
    SMTP_URL: optional(z.string()),
    DATABASE_DIRECT_URL: optional(databaseAddress),
  })
  .superRefine((env, context) => {
    if (env.NODE_ENV === 'production' && !isPrivate(publicUrl(env))) {
      const message = 'In production an https:// address, or one of this machine: passwords and cookies go there';
      context.addIssue({ code: 'custom', path: ['PUBLIC_URL'], message });
    }
    for (const name of ['API_ORIGIN', 'CORS_ORIGINS'] as const) {
      const wrong = [env[name] ?? []].flat().map((one) => whatIsWrong(one, env));
      for (const message of wrong)
        if (message !== undefined) context.addIssue({ code: 'custom', path: [name], message });
    }
    if (env.API_PROCESSES > 1 && process.platform !== 'linux') {
      context.addIssue({ code: 'custom', path: ['API_PROCESSES'], message: 'More than one needs Linux' });
    }
    if (env.TEST_NOW !== undefined && env.NODE_ENV !== 'test') {
      context.addIssue({ code: 'custom', path: ['TEST_NOW'], message: 'Only with NODE_ENV=test' });
    }
  });

/** Every variable the API reads. */
export const API_VARIABLES = Object.keys(Environment.shape);

export type RateLimits = {
  /** Reads of one address in a minute. */
  readonly all: number;
  /** Bookings, moves and cancellations, counted apart. */
  readonly writes: number;
};

export type Config = {
  readonly port: number;
  /** Other processes like this one listen on the same port; the system shares connections out. Linux only. */
  readonly sharePort: boolean;
  /** How long the process says that it is stopping before it does, in milliseconds. */
  readonly drainMillis: number;
  readonly databaseUrl: string;
  /** Past every pooler, where changes are told; undefined: there is no such way, and calendars look by themselves. */
  readonly databaseDirectUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** Base of every link, without a slash at its end. */
  readonly publicUrl: string;
  /** Where the calls of our pages go, if not to where the pages are. */
  readonly apiOrigin: string | undefined;
  /** Beside that of `publicUrl`, origins whose pages are ours. */
  readonly moreOrigins: readonly string[];
  /** Whose pages may call the API from another origin than its own, with cookies. */
  readonly corsOrigins: ReadonlySet<string>;
  /** The first signs, all verify. */
  readonly secrets: readonly string[];
  /** As Fastify takes it: which proxies may say who the client is. */
  readonly trustProxy: false | string | ((address: string, hop: number) => boolean);
  readonly rateLimits: RateLimits | undefined;
  /** By setting, whatever the database says. */
  readonly readOnly: { readonly on: boolean; readonly until: string | null };
  readonly logLevel: string;
  /** Folder of the built page; where there is none, the API answers alone. */
  readonly webDir: string;
  /** For an operator's customers, not for somebody trying it out. */
  readonly production: boolean;
  /** There is no mail server, so mails are caught and can be looked at. */
  readonly inbox: boolean;
  /** Who is told of what breaks on a page; undefined: nobody. */
  readonly pageReports: PageSettings | undefined;
  /** What is counted, and who is told. */
  readonly figures: FiguresConfig;
  /** Where to tell what consenting visitors do; undefined: nobody is asked. */
  readonly learning: LearningSettings | undefined;
  /** A clock that stands still, for tests. */
  readonly fixedNow: number | undefined;
};

/** Where the page is built in a checkout. */
const BUILT_HERE = fileURLToPath(new URL('../../web/dist', import.meta.url));
const DEFAULT_LIMITS: RateLimits = { all: 600, writes: 120 };

/** Reads the settings of the API. Throws `ConfigError`. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const env = readSettings(Environment, environment);
  return {
    port: env.PORT,
    sharePort: env.API_PROCESSES > 1,
    drainMillis: env.DRAIN_SECONDS * 1_000,
    databaseUrl: env.DATABASE_URL,
    databaseDirectUrl: directAddress(env.DATABASE_DIRECT_URL ?? env.DATABASE_URL),
    redisUrl: env.REDIS_URL,
    publicUrl: publicUrl(env),
    ...callers(env),
    secrets: env.APP_SECRET,
    trustProxy: trustProxy(env.TRUST_PROXY),
    rateLimits: rateLimits(env.RATE_LIMIT ?? 'on'),
    readOnly: { on: env.READ_ONLY_MODE, until: env.READ_ONLY_UNTIL ?? null },
    logLevel: env.LOG_LEVEL,
    webDir: resolve(env.WEB_DIR ?? BUILT_HERE),
    production: env.NODE_ENV === 'production',
    inbox: env.SMTP_URL === undefined,
    pageReports: pageReportsSettings(env, manifest.version),
    figures: {
      ...figuresSettings(env, 'api'),
      labels: { salons: env.METRICS_SALON_LABELS, services: env.METRICS_SERVICE_LABELS },
      // What salons earn is not for everybody: an operator's customers could ask, where nobody is asked who she is.
      told: env.METRICS_TOKEN !== undefined || env.NODE_ENV !== 'production',
      replicaUrl: env.DATABASE_REPLICA_URL,
    },
    learning: learningSettings(env),
    fixedNow: env.TEST_NOW,
  };
}

/** Who calls from where; nobody from elsewhere unless an operator says so. */
function callers(env: z.output<typeof Environment>): Pick<Config, 'apiOrigin' | 'moreOrigins' | 'corsOrigins'> {
  const pages = new URL(publicUrl(env)).origin;
  const apiOrigin = env.API_ORIGIN === pages ? undefined : env.API_ORIGIN;
  const others = env.CORS_ORIGINS ?? [];
  const isApart = apiOrigin !== undefined || others.length > 0;
  return {
    apiOrigin,
    moreOrigins: apiOrigin === undefined ? others : [apiOrigin, ...others],
    corsOrigins: new Set(isApart ? [pages, ...others] : []),
  };
}

/** Why pages and API may not be that far apart; undefined: they may. */
function whatIsWrong(one: string, env: z.output<typeof Environment>): string | undefined {
  const pages = publicUrl(env);
  if (env.NODE_ENV === 'production' && !isPrivate(one))
    return 'In production an https:// address, or one of this machine';
  if (isSameSite(one, pages)) return undefined;
  return `${one} is another site than PUBLIC_URL, where browsers send no cookie (docs/deploy.md)`;
}

/** Whether nobody in between can read along: by https, or on the machine itself. */
function isPrivate(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || LOOPBACK.includes(hostname);
}

const directAddress = (address: string) =>
  new URL(address).searchParams.get('pgbouncer') === 'true' ? undefined : address;

function rateLimits(setting: string): RateLimits | undefined {
  if (setting === 'off') return undefined;
  if (setting === 'on') return DEFAULT_LIMITS;
  const all = Number.parseInt(setting, 10);
  return { all, writes: all };
}

/** A number is how many proxies stand in front, nearest first; a text names their addresses. */
function trustProxy(setting: number | string | undefined): Config['trustProxy'] {
  if (typeof setting === 'number') return (_address, hop) => hop < setting;
  return setting ?? false;
}
