import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const flag = (fallback: boolean) => optional(z.stringbool()).transform((value) => value ?? fallback);
const address = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `Expected an address that begins with ${protocols[0]}://`,
  });

const Environment = z
  .object({
    NODE_ENV: optional(z.enum(['development', 'test', 'production'])).transform((value) => value ?? 'development'),
    PORT: optional(z.coerce.number().int().min(1).max(65_535)).transform((value) => value ?? 3000),
    API_PROCESSES: optional(z.coerce.number().int().min(1).max(64)).transform((value) => value ?? 1),
    DATABASE_URL: address('postgresql', 'postgres'),
    REDIS_URL: optional(address('redis', 'rediss')),
    PUBLIC_URL: optional(address('http', 'https')),
    APP_SECRET: z
      .string()
      .transform((value) => value.split(',').map((secret) => secret.trim()))
      .pipe(z.array(z.string().min(32, 'Each secret needs at least 32 characters')).min(1)),
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
    LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
    WEB_DIR: optional(z.string()),
    SMTP_URL: optional(z.string()),
    TEST_NOW: optional(z.iso.datetime({ offset: true })),
  })
  .superRefine((env, context) => {
    if (env.API_PROCESSES > 1 && process.platform !== 'linux') {
      context.addIssue({ code: 'custom', path: ['API_PROCESSES'], message: 'More than one needs Linux' });
    }
    if (env.TEST_NOW !== undefined && env.NODE_ENV !== 'test') {
      context.addIssue({ code: 'custom', path: ['TEST_NOW'], message: 'Only with NODE_ENV=test' });
    }
  });

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
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  /** Base of every link, without a slash at its end. */
  readonly publicUrl: string;
  /** The first signs, all verify. */
  readonly secrets: readonly string[];
  /** As Fastify takes it: which proxies may say who the client is. */
  readonly trustProxy: false | string | ((address: string, hop: number) => boolean);
  readonly rateLimits: RateLimits | undefined;
  readonly readOnly: { readonly on: boolean; readonly until: string | null };
  readonly logLevel: string;
  /** Folder of the built page; where there is none, the API answers alone. */
  readonly webDir: string;
  /** For an operator's customers, not for somebody trying it out. */
  readonly production: boolean;
  /** There is no mail server, so mails are caught and can be looked at. */
  readonly inbox: boolean;
  /** A clock that stands still, for tests. */
  readonly fixedNow: number | undefined;
};

/** Where the page is built in a checkout. */
const BUILT_HERE = fileURLToPath(new URL('../../web/dist', import.meta.url));
const DEFAULT_LIMITS: RateLimits = { all: 600, writes: 120 };

/** Every bad variable at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly issues: readonly { readonly name: string; readonly message: string }[];

  constructor(issues: ConfigError['issues']) {
    super(`These settings are not usable:\n${issues.map(({ name, message }) => `  ${name}: ${message}`).join('\n')}`);
    this.issues = issues;
  }
}

/** Reads the settings of the API. Throws {@link ConfigError}. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return { name, message: environment[name] ? issue.message : 'is missing' };
      }),
    );
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    sharePort: env.API_PROCESSES > 1,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    secrets: env.APP_SECRET,
    trustProxy: trustProxy(env.TRUST_PROXY),
    rateLimits: rateLimits(env.RATE_LIMIT ?? 'on'),
    readOnly: { on: env.READ_ONLY_MODE, until: env.READ_ONLY_UNTIL ?? null },
    logLevel: env.LOG_LEVEL ?? 'info',
    webDir: resolve(env.WEB_DIR ?? BUILT_HERE),
    production: env.NODE_ENV === 'production',
    inbox: env.SMTP_URL === undefined,
    fixedNow: env.TEST_NOW === undefined ? undefined : Date.parse(env.TEST_NOW),
  };
}

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
