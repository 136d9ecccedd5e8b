import { StartError } from '../embedded/start-error.ts';

type EngineError = Error & { code?: string };

/**
 * What the schema engine or the connection complained about, as a sentence that names the migration and says what to
 * do. An error nobody expects stays as it is.
 */
export function explainMigrationFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StartError) return error;
  const said = sentence(error);
  return said ? new StartError(said, { cause: error }) : error;
}

function sentence(error: EngineError): string | undefined {
  const { code, message } = error;
  const name = /migration_name="([^"]+)"|`(\d{14}_\w+)` (?:migration|failed|cannot)|Migration `([^`]+)`/
    .exec(message)
    ?.slice(1)
    .find(Boolean);
  if (code === 'P3009') {
    return `Migration ${name} failed earlier, so nothing after it is applied: mend it, then npm run db:migrate -- --rolled-back ${name}`;
  }
  if (code === 'P3011') return `There is no failed migration ${name}: see npm run db:migrate -- --status`;
  const sql = /Error querying the database: (?:ERROR: )?([\s\S]*?)(?:\n +0: |$)/.exec(message)?.[1]?.trim();
  if (name && sql && code === 'P3006')
    return `Migration ${name} cannot be replayed on an empty database (${sql}): mend it.`;
  if (name && sql) {
    return `Migration ${name} failed (${sql}) and was rolled back: mend it, then npm run db:migrate -- --rolled-back ${name}`;
  }
  return unreachable(code, message);
}

function unreachable(code: string | undefined, message: string): string | undefined {
  const address = 'check DATABASE_URL and DATABASE_DIRECT_URL';
  const silent = /Can't reach database server at `([^`]+)`/.exec(message)?.[1];
  if (silent) return `The database at ${silent} cannot be reached: ${address}, and that it runs.`;
  if (code && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ECONNRESET)$/.test(code)) {
    return `The database cannot be reached (${message || code}): ${address}, and that it runs.`;
  }
  if (code && /^(28|3D)/.test(code)) return `The database refused the connection (${message}): ${address}.`;
  return undefined;
}
