import { existsSync } from 'node:fs';
import { parseConfig } from '@salon/api/config';
import { StartError } from '@salon/db/embedded/start-error';
import { address, databaseAddress, nodeEnv, optional } from '@salon/settings/fields';
import { ConfigError } from '@salon/settings/read-settings';
import { parseConfig as parseWorkerConfig } from '@salon/worker/config';
import { z } from 'zod';

const DatabaseSettings = z.object({
  DATA_DIR: optional(z.string()).transform((value) => value ?? '.data'),
  DATABASE_URL: optional(databaseAddress),
  DATABASE_DIRECT_URL: optional(databaseAddress),
  DATABASE_WORKER_URL: optional(databaseAddress),
  READ_ONLY_MODE: optional(z.stringbool()),
});

const StartSettings = DatabaseSettings.extend({
  PORT: optional(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().min(1).max(65_535)),
  ).transform((value) => value ?? 3000),
  API_PROCESSES: optional(z.coerce.number().int().min(1)).transform((value) => value ?? 1),
  PUBLIC_URL: optional(address('http', 'https')),
  REDIS_URL: optional(address('redis', 'rediss')),
  SMTP_URL: optional(address('smtp', 'smtps')),
  APP_SECRET: optional(z.string()),
  NODE_ENV: nodeEnv,
});

/** Which database a command is about. */
export type DatabaseSettings = z.infer<typeof DatabaseSettings>;

/** What `npm start` itself needs. */
export type StartSettings = z.infer<typeof StartSettings>;

type Environment = Record<string, string | undefined>;

/** Stands for a secret that is made at the first start. */
const MADE = 'made-by-npm-start-and-kept-in-the-data-folder';

/** Adds what stands in .env; the real environment wins. */
export function loadEnvironment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** The settings of `npm start`; what API or worker would refuse is refused here already, before anything is started. */
export function startSettings(environment: Environment): StartSettings {
  const parsed = StartSettings.safeParse(environment);
  const bad = [...badOf(parsed), ...complaints(environment)];
  if (parsed.success && bad.length === 0) {
    requireMain(parsed.data);
    return parsed.data;
  }
  throw unusable(bad);
}

/** The settings of the database commands. */
export function databaseSettings(environment: Environment): DatabaseSettings {
  const parsed = DatabaseSettings.safeParse(environment);
  if (!parsed.success) throw unusable(badOf(parsed));
  requireMain(parsed.data);
  return parsed.data;
}

/** Whether the operator has to bring a secret of her own: in production, with a database of her own. */
export function secretMustBeGiven(settings: Pick<StartSettings, 'NODE_ENV' | 'DATABASE_URL'>): boolean {
  return settings.NODE_ENV === 'production' && settings.DATABASE_URL !== undefined;
}

/** Whether the environment says that nothing may be changed. Throws where it says neither yes nor no. */
export const readsOnly = (environment: Environment) => databaseSettings(environment).READ_ONLY_MODE ?? false;

type Bad = { readonly name: string; readonly message: string };

function badOf(parsed: z.ZodSafeParseResult<unknown>): Bad[] {
  return (parsed.error?.issues ?? []).map((issue) => ({ name: String(issue.path[0]), message: hint(issue) }));
}

/** What the API and the worker say of the settings, with what `npm start` brings along filled in. */
export function complaints(environment: Environment): readonly Bad[] {
  const given = (name: string) => environment[name] || undefined;
  const owner = given('DATABASE_URL');
  const secret = given('NODE_ENV') === 'production' && owner ? given('APP_SECRET') : (given('APP_SECRET') ?? MADE);
  const filled = { ...environment, DATABASE_URL: owner ?? 'postgresql://embedded', APP_SECRET: secret };
  return [...complaintsOf(() => parseConfig(filled)), ...complaintsOf(() => parseWorkerConfig(filled))];
}

function complaintsOf(parse: () => unknown): readonly Bad[] {
  try {
    parse();
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.issues;
    throw error;
  }
}

function unusable(bad: readonly Bad[]): StartError {
  const byName = new Map(bad.toReversed().map(({ name, message }) => [name, `${name} (${message})`]));
  const list = [...byName.values()].toReversed().join(', ');
  return new StartError(`These settings cannot be used: ${list}. Correct them in the environment or in .env.`);
}

function hint(issue: z.core.$ZodIssue): string {
  return issue.path[0] === 'PORT'
    ? 'expected a number from 1 to 65535'
    : issue.message.replace(/^\w/, (c) => c.toLowerCase());
}

function requireMain(settings: DatabaseSettings): void {
  if (!settings.DATABASE_DIRECT_URL || settings.DATABASE_URL) return;
  throw new StartError(
    'DATABASE_DIRECT_URL is set without DATABASE_URL: set both, or neither for the embedded database.',
  );
}
