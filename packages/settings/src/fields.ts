import { z } from 'zod';

/** A setting that need not be there; an empty value in .env means "not set". */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** An address of one of these protocols. */
export const address = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `Expected an address that begins with ${protocols[0]}://`,
    // What looks at several settings together reads addresses.
    abort: true,
  });

/** Of a PostgreSQL. */
export const databaseAddress = address('postgresql', 'postgres');

export const nodeEnv = optional(z.enum(['development', 'test', 'production']));

/** A share of all, from 0 to 1. */
const share = z.coerce.number().min(0).max(1);

/** What both API and worker are told. */
export const shared = {
  NODE_ENV: nodeEnv,
  PORT: optional(z.coerce.number().int().min(1).max(65_535)).transform((value) => value ?? 3000),
  DATABASE_URL: databaseAddress,
  REDIS_URL: optional(address('redis', 'rediss')),
  PUBLIC_URL: optional(address('http', 'https')),
  /** One or several, separated by commas: the first signs, all verify. */
  APP_SECRET: z
    .string()
    .transform((value) => value.split(',').map((secret) => secret.trim()))
    .pipe(z.array(z.string().min(32, 'Each secret needs at least 32 characters')).min(1)),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])).transform(
    (value) => value ?? 'info',
  ),
  /** Where traces go and how many of them, read before anything else (`@salon/telemetry`): named here if it cannot be used. */
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(address('http', 'https')),
  OTEL_EXPORTER_OTLP_HEADERS: optional(z.string().includes('=', 'Expected name=value, and commas between several')),
  OTEL_TRACES_SAMPLER_ARG: optional(share),
  /** An instant at which the clock stands still; both allow it in tests alone. */
  TEST_NOW: optional(z.iso.datetime({ offset: true }).transform(Date.parse)),
};

/** Where the product is reached from outside, without a slash at its end. */
export const publicUrl = (env: { readonly PUBLIC_URL?: string | undefined; readonly PORT: number }) =>
  (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');
