import { keptSecret } from './kept-secret.ts';
import { placeOf } from './place.ts';
import { withClient } from './with-client.ts';

/** What the worker connects as: it reads what a mail tells, and writes the ledger; its queue's tables are its own. */
export const WORKER_ROLE = 'salon_worker';

const LOCK = 72_707_372;

/**
 * Makes the worker's role, or brings it up to date after a migration, and returns the address it connects with. It has
 * no statement timeout: its queue waits on its connections.
 */
export async function ensureWorkerRole(ownerUrl: string, password: string): Promise<string> {
  await withClient(ownerUrl, async (client) => {
    await client.query('begin');
    // Two at once would fail with "tuple concurrently updated".
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const known = await client.query('select from pg_roles where rolname = $1', [WORKER_ROLE]);
    const verb = known.rowCount ? 'alter' : 'create';
    await client.query(`${verb} role ${WORKER_ROLE} login password ${client.escapeLiteral(password)}`);
    await client.query(GRANTS);
    await client.query('commit');
  });
  const url = new URL(ownerUrl);
  url.username = WORKER_ROLE;
  url.password = password;
  return url.href;
}

/** The worker's address on an embedded database, whose password for it is kept beside the data. */
export function workerUrlOf(dataDir: string, ownerUrl: string): Promise<string> {
  return ensureWorkerRole(ownerUrl, keptSecret(placeOf(dataDir).workerPassword, 18));
}

const GRANTS = `
  alter role ${WORKER_ROLE} set idle_in_transaction_session_timeout = '30s';
  alter role ${WORKER_ROLE} set timezone = 'UTC';
  do $$ begin
    -- The queue makes its schema itself, and owns it.
    execute format('grant create, temporary on database %I to ${WORKER_ROLE}', current_database());
  end $$;
  grant usage on schema public to ${WORKER_ROLE};
  grant select on salon, service, customer, booking, booking_item, outbox, message, relay_start, caught_mail
    to ${WORKER_ROLE};
  grant update (taken_at) on outbox to ${WORKER_ROLE};
  grant insert, update on message to ${WORKER_ROLE};
  grant insert on relay_start to ${WORKER_ROLE};
  grant insert, delete on caught_mail to ${WORKER_ROLE};
`;
