/** Where a DSN (`https://KEY@HOST/PROJECT`) leads. */
export type SentryAddress = {
  readonly dsn: string;
  /** Takes envelopes, and is told the key in its address. */
  readonly envelopes: string;
};

/** The shape of a DSN. Its key is public: it lets errors in, and nothing out. */
export const DSN = /^(https?):\/\/(\w+)(?::\w+)?@([\w.-]+(?::\d+)?)((?:\/[\w.-]+)*)\/(\d+)$/;

/** Reads a DSN; undefined if it is none. */
export function sentryAddress(dsn: string): SentryAddress | undefined {
  const [, protocol, key, host, path, project] = DSN.exec(dsn) ?? [];
  if (project === undefined) return undefined;
  return { dsn, envelopes: `${protocol}://${host}${path}/api/${project}/envelope/?sentry_key=${key}&sentry_version=7` };
}
