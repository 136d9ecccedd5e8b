import pg from 'pg';
import { OWNER } from './cluster.ts';

/** What the embedded server said to a connection: open, not yet, no more, nobody there, or a refusal that waiting cannot mend. */
export type Knock = { open: pg.Client } | 'starting' | 'stopping' | 'silent' | { refused: string };

/** An address of the embedded server. */
export function address(port: number, database: string, password: string, user = OWNER): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/** Tries to connect once. */
export async function knock(url: string): Promise<Knock> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {}); // a server that dies after the handshake is noticed by its exit, not here
  try {
    await client.connect();
    return { open: client };
  } catch (error) {
    client.end().catch(() => {});
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === '57P03') return message.includes('shutting down') ? 'stopping' : 'starting';
    return code && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('57') ? { refused: message } : 'silent';
  }
}

/** Creates the database unless it is there; two at once are fine. */
export async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const known = await client.query('select from pg_database where datname = $1', [name]);
  if (known.rowCount) return;
  await client.query(`create database ${client.escapeIdentifier(name)}`).catch((error: pg.DatabaseError) => {
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}
