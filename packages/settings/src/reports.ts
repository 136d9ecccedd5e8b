import type { PageSettings } from '@salon/reports/page-settings';
import { DSN } from '@salon/reports/sentry-address';
import { z } from 'zod';
import { nodeEnv, optional } from './fields.ts';

const dsn = z.string().regex(DSN, 'Expected a DSN like https://KEY@HOST/PROJECT');
/** A share of all, from 0 to 1. */
const share = optional(z.coerce.number().min(0).max(1));
const label = optional(z.string().regex(/^[\w.@+-]{1,64}$/, 'Expected a short name without spaces'));

/** What both API and worker are told about where errors are reported. */
export const reportsFields = {
  SENTRY_DSN: optional(dsn),
  SENTRY_ENVIRONMENT: label,
  SENTRY_RELEASE: label,
  SENTRY_TRACES_SAMPLE_RATE: share,
  SENTRY_PROFILE_SESSION_SAMPLE_RATE: share,
};

/** What the API alone is told: for the pages it sends. */
export const pageReportsFields = {
  SENTRY_WEB_DSN: optional(dsn),
  SENTRY_REPLAY_SESSION_RATE: share,
  SENTRY_REPLAY_ERROR_RATE: share,
};

/** Who is told of errors, and how each is labelled. */
export type ReportsSettings = {
  readonly dsn: string;
  readonly environment: string;
  readonly release: string;
  /** The share of requests that are told of whether or not they failed. */
  readonly traces: number;
  /** The share of processes that tell where requests which are told of spend their time. */
  readonly profiles: number;
};

type Environment = {
  readonly NODE_ENV?: string | undefined;
  readonly SENTRY_ENVIRONMENT?: string | undefined;
  readonly SENTRY_RELEASE?: string | undefined;
  readonly SENTRY_TRACES_SAMPLE_RATE?: number | undefined;
};

/** In production a tenth of all requests; elsewhere each, since somebody looks for something there. */
const usualTraces = (nodeEnv: string | undefined) => (nodeEnv === 'production' ? 0.1 : 1);

function reportsSettings(env: Environment, to: string, version: string): Omit<ReportsSettings, 'profiles'> {
  return {
    dsn: to,
    environment: env.SENTRY_ENVIRONMENT ?? env.NODE_ENV ?? 'development',
    release: env.SENTRY_RELEASE ?? `salon@${version}`,
    traces: env.SENTRY_TRACES_SAMPLE_RATE ?? usualTraces(env.NODE_ENV),
  };
}

/** Undefined: pages report to nobody. */
export function pageReportsSettings(
  env: Environment & {
    readonly SENTRY_WEB_DSN?: string | undefined;
    readonly SENTRY_REPLAY_SESSION_RATE?: number | undefined;
    readonly SENTRY_REPLAY_ERROR_RATE?: number | undefined;
  },
  version: string,
): PageSettings | undefined {
  if (env.SENTRY_WEB_DSN === undefined) return undefined;
  const replay = { sessions: env.SENTRY_REPLAY_SESSION_RATE ?? 0.1, errors: env.SENTRY_REPLAY_ERROR_RATE ?? 1 };
  return { ...reportsSettings(env, env.SENTRY_WEB_DSN, version), replay };
}

/** Reads them before anything else is read; undefined where nobody is told, or where they cannot be used. */
export function readReportsSettings(
  environment: Record<string, string | undefined>,
  version: string,
): ReportsSettings | undefined {
  const { data } = z.object({ NODE_ENV: nodeEnv, ...reportsFields }).safeParse(environment);
  if (data?.SENTRY_DSN === undefined) return undefined;
  const profiles = data.SENTRY_PROFILE_SESSION_SAMPLE_RATE ?? 0;
  return { ...reportsSettings(data, data.SENTRY_DSN, version), profiles };
}
