import type { Mailbox } from '@salon/emails/mail';
import { parseMailbox } from '@salon/emails/mailbox';
import { z } from 'zod';

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const address = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `Expected an address that begins with ${protocols[0]}://`,
  });
const database = address('postgresql', 'postgres');

const Environment = z
  .object({
    NODE_ENV: optional(z.enum(['development', 'test', 'production'])),
    PORT: optional(z.coerce.number().int().min(1).max(65_535)).transform((value) => value ?? 3000),
    DATABASE_URL: database,
    DATABASE_DIRECT_URL: optional(database),
    REDIS_URL: optional(address('redis', 'rediss')),
    PUBLIC_URL: optional(address('http', 'https')),
    APP_SECRET: z
      .string()
      .transform((value) => value.split(',').map((secret) => secret.trim()))
      .pipe(z.array(z.string().min(32, 'Each secret needs at least 32 characters')).min(1)),
    SMTP_URL: optional(address('smtp', 'smtps')),
    MAIL_FROM: optional(
      z.string().transform((value, context) => {
        const mailbox = parseMailbox(value);
        if (mailbox !== undefined) return mailbox;
        context.issues.push({ code: 'custom', input: value, message: 'Expected an address, or "Name <address>"' });
        return z.NEVER;
      }),
    ),
    LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
    TEST_NOW: optional(z.iso.datetime({ offset: true })),
  })
  .superRefine((env, context) => {
    const bad = (name: keyof typeof env, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    if (env.SMTP_URL !== undefined && env.MAIL_FROM === undefined) bad('MAIL_FROM', 'Needed with SMTP_URL');
    if (env.TEST_NOW !== undefined && env.NODE_ENV !== 'test') bad('TEST_NOW', 'Only with NODE_ENV=test');
    if (isPooled(env.DATABASE_DIRECT_URL ?? env.DATABASE_URL)) {
      bad('DATABASE_DIRECT_URL', 'The worker needs an address past the pooler');
    }
  });

export type Config = {
  /** A direct one: the queue and LISTEN keep their connections. */
  readonly databaseUrl: string;
  /** Where the queue lives; unset, in the database. */
  readonly redisUrl: string | undefined;
  /** Base of every link, without a slash at its end. */
  readonly publicUrl: string;
  /** The first signs the customers' links. */
  readonly secrets: readonly string[];
  /** Unset: mails are kept in the database, for the inbox to show. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: Mailbox;
  readonly logLevel: string;
  /** A clock that stands still, for tests. */
  readonly fixedNow: number | undefined;
};

/** Stands in every caught mail; nothing can be sent from it. */
const NOBODY: Mailbox = { name: 'Salon', address: 'salon@localhost.invalid' };

/** Every bad variable at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly issues: readonly { readonly name: string; readonly message: string }[];

  constructor(issues: ConfigError['issues']) {
    super(`These settings are not usable:\n${issues.map(({ name, message }) => `  ${name}: ${message}`).join('\n')}`);
    this.issues = issues;
  }
}

/** Reads the settings of the worker. Throws {@link ConfigError}. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        const missing = environment[name] === undefined && issue.code !== 'custom';
        return { name, message: missing ? 'is missing' : issue.message };
      }),
    );
  }
  const env = parsed.data;
  return {
    databaseUrl: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    secrets: env.APP_SECRET,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? NOBODY,
    logLevel: env.LOG_LEVEL ?? 'info',
    fixedNow: env.TEST_NOW === undefined ? undefined : Date.parse(env.TEST_NOW),
  };
}

const isPooled = (address: string) =>
  URL.canParse(address) && new URL(address).searchParams.get('pgbouncer') === 'true';
