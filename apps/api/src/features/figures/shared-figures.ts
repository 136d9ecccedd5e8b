import { Gauge, Registry } from 'prom-client';
import type { ReadOnly } from '../read-only/read-only.ts';
import { certificateAt } from './certificate.ts';
import type { FiguresRepo, SalonFigures, StateFigures } from './figures.repo.ts';
import { keptFor } from './kept-for.ts';
import type { ReplicaRepo } from './replica.repo.ts';
import { AREAS, type Area } from './seen.ts';

/** However often somebody asks, the database is asked at most so often; in milliseconds. */
const STATE_KEPT = 2_000;
const SALONS_KEPT = 60_000;
const CERTIFICATE_KEPT = 3_600_000;

type Deps = {
  readonly repo: FiguresRepo;
  readonly replica: ReplicaRepo | undefined;
  readonly publicUrl: string;
  readonly version: string;
  readonly readOnly: Pick<ReadOnly, 'on'>;
};

/**
 * What is true of the product and not of one process: read when somebody asks, told without a process. Whatever cannot be
 * read just now is left out, so that nobody takes an old figure for a new one.
 */
export function sharedFigures({ repo, replica, publicUrl, version, readOnly }: Deps) {
  const state = keptFor(STATE_KEPT, Date.now, () => repo.state(Date.now()));
  const salons = keptFor(SALONS_KEPT, Date.now, () => repo.salons(Date.now()));
  const lag = keptFor(STATE_KEPT, Date.now, async () => {
    const written = replica && (await repo.written());
    return written === undefined ? undefined : replica?.lag(written);
  });
  const https = publicUrl.startsWith('https://');
  const certificate = keptFor(CERTIFICATE_KEPT, Date.now, async () =>
    https ? (await certificateAt(publicUrl))?.until : undefined,
  );

  return async function tell(active: (area: Area) => number): Promise<string> {
    const registry = new Registry();
    const gauge = (name: string, help: string, value: number | undefined) => {
      if (value !== undefined) new Gauge({ name, help, registers: [registry] }).set(value);
    };
    const [now, of, behind, expiry] = await Promise.all([state(), salons(), lag(), certificate()]);
    const users = new Gauge({
      name: 'jn_active_users',
      help: 'Different people who did something in the last five minutes: customers by address and browser, at the desk by login.',
      labelNames: ['area'],
      registers: [registry],
    });
    for (const area of AREAS) users.set({ area }, active(area));
    const info = 'The version that runs.';
    new Gauge({ name: 'jn_build_info', help: info, labelNames: ['version'], registers: [registry] }).set(
      { version },
      1,
    );
    gauge('jn_read_only', 'Whether nothing may be changed just now.', readOnly.on ? 1 : 0);
    gauge('jn_database_up', 'Whether the database answers.', now === undefined ? 0 : 1);
    for (const [name, help, value] of [...ofState(now), ...ofSalons(of)]) gauge(name, help, value);
    if (replica) {
      gauge('jn_replica_up', 'Whether there is a replica that answers.', behind === undefined ? 0 : 1);
      gauge('jn_replica_lag_seconds', 'How far the replica is behind.', behind);
    }
    if (https)
      gauge('jn_certificate_read', 'Whether the public address shows a certificate.', expiry === undefined ? 0 : 1);
    const until = 'Until when the certificate of the public address is good.';
    gauge('jn_certificate_expires_timestamp_seconds', until, expiry);
    return registry.metrics();
  };
}

type Told = readonly (readonly [name: string, help: string, value: number | undefined])[];

const ofState = (now: StateFigures | undefined): Told => [
  ['jn_outbox_waiting', 'Events of bookings that no mail has been made of yet.', now?.eventsWaiting],
  ['jn_outbox_oldest_seconds', 'How long the oldest of them waits.', now?.oldestEvent],
  ['jn_messages_due', 'Mails whose time has come, and that are not in the queue yet.', now?.due],
  ['jn_messages_due_oldest_seconds', 'How long the oldest of them waits.', now?.oldestDue],
  ['jn_messages_queued', 'Mails in the queue, as the ledger has it.', now?.queued],
  ['jn_messages_queued_oldest_seconds', 'How long ago the time of the oldest of them came.', now?.oldestQueued],
  ['jn_messages_sending', 'Mails being sent.', now?.sending],
  ['jn_database_connections', 'Connections to the database, of everybody.', now?.connections],
  ['jn_database_connections_max', 'How many it takes.', now?.connectionsMost],
  ['jn_backup_last_success_timestamp_seconds', 'When the last good backup was made; 0: never.', now?.lastBackup],
  ['jn_prune_last_success_timestamp_seconds', 'When pruning last ran to its end.', now?.lastPrune],
  ['jn_clock_offset_seconds', 'How far the database’s clock is ahead, with the way to it.', now?.clockOffset],
  ['jn_archive_failing', 'Whether the last try to archive the database’s log failed.', now?.archiveFailing],
];

const ofSalons = (of: SalonFigures | undefined): Told => [
  ['jn_salons', 'Salons there are.', of?.salons],
  ['jn_active_salons', 'Those with visits in the week behind or ahead.', of?.active],
];
