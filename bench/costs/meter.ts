import type pg from 'pg';
import { usageOf } from '../../proof/measuring/usage.ts';
import type { Figures } from './result.ts';

/**
 * What so many bookings cost, each: time of the backend that books, and the log of the whole server, where nobody else
 * is at work. `admin` is a connection with pg_walinspect.
 */
export async function measured(
  admin: pg.ClientBase,
  backend: number,
  bookings: number,
  book: () => Promise<void>,
): Promise<Figures> {
  const position = async () =>
    (await admin.query<{ lsn: string }>('select pg_current_wal_insert_lsn() as lsn')).rows[0]?.lsn;
  const from = await position();
  const cpuBefore = cpuSeconds(backend);
  const began = performance.now();
  await book();
  const elapsed = performance.now() - began;
  const cpu = cpuSeconds(backend) - cpuBefore;
  const to = await position();
  await admin.query("select pg_logical_emit_message(false, 'costs', '', true)"); // only flushed log can be read back
  const { rows } = await admin.query<{ wal: number; images: number }>(
    `select ($2::pg_lsn - $1::pg_lsn)::float8 as wal, coalesce(sum(fpi_size), 0)::float8 as images
     from pg_get_wal_stats($1, $2)`,
    [from, to],
  );
  const [log = { wal: 0, images: 0 }] = rows;
  return {
    cpuMicros: (cpu * 1e6) / bookings,
    elapsedMicros: (elapsed * 1e3) / bookings,
    walBytes: log.wal / bookings,
    imageBytes: log.images / bookings,
  };
}

function cpuSeconds(backend: number): number {
  const usage = usageOf(backend);
  if (usage === undefined) throw new Error('the backend ended while it was measured');
  return usage.cpuSeconds;
}
