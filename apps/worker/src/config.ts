import type { Mailbox } from '@salon/emails/mail';
import { parseMailbox } from '@salon/emails/mailbox';
import { address, databaseAddress, optional, publicUrl, shared } from '@salon/settings/fields';
import { type FiguresSettings, figuresFields, figuresSettings } from '@salon/settings/figures';
import { type LearningSettings, learningFields, learningSettings } from '@salon/settings/learning';
import { readSettings } from '@salon/settings/read-settings';
import { reportsFields } from '@salon/settings/reports';
import { z } from 'zod';

const Environment = z
  .object({
    ...shared,
    ...figuresFields,
    ...reportsFields,
    ...learningFields,
    DATABASE_DIRECT_URL: optional(databaseAddress),
    SMTP_URL: optional(address('smtp', 'smtps')),
    MAIL_FROM: optional(
      z.string().transform((value, context) => {
        const mailbox = parseMailbox(value);
        if (mailbox !== undefined) return mailbox;
        context.issues.push({ code: 'custom', input: value, message: 'Expected an address, or "Name <address>"' });
        return z.NEVER;
      }),
    ),
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

/** Every variable the worker reads. */
export const WORKER_VARIABLES = Object.keys(Environment.shape);

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
  readonly figures: FiguresSettings;
  /** Where to tell of bookings whose visitors consented; undefined: nowhere. */
  readonly learning: LearningSettings | undefined;
  /** A clock that stands still, for tests. */
  readonly fixedNow: number | undefined;
};

/** Stands in every caught mail; nothing can be sent from it. */
const NOBODY: Mailbox = { name: 'Salon', address: 'salon@localhost.invalid' };

/** Reads the settings of the worker. Throws `ConfigError`. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const env = readSettings(Environment, environment);
  return {
    databaseUrl: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    publicUrl: publicUrl(env),
    secrets: env.APP_SECRET,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? NOBODY,
    logLevel: env.LOG_LEVEL,
    figures: figuresSettings(env, 'worker'),
    learning: learningSettings(env),
    fixedNow: env.TEST_NOW,
  };
}

const isPooled = (address: string) =>
  URL.canParse(address) && new URL(address).searchParams.get('pgbouncer') === 'true';
