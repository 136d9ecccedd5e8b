import { keptSecret } from './kept-secret.ts';
import { placeOf } from './place.ts';
import { ensureRole } from './role.ts';

/** What the worker connects as: it reads what a mail tells, and writes the ledger; its queue's tables are its own. */
export const WORKER_ROLE = 'salon_worker';

/**
 * Makes the worker's role, or brings it up to date after a migration, and returns the address it connects with. It has
 * no statement timeout: its queue waits on its connections.
 */
export function ensureWorkerRole(ownerUrl: string, password: string): Promise<string> {
  return ensureRole(ownerUrl, { name: WORKER_ROLE, password, grants: GRANTS });
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
  -- Why somebody wants to be away is nothing a mail tells.
  grant select (salon_id, id, version, first_date, last_date, start_minute, end_minute, decided_by, revoked_by, answer)
    on time_off_request to ${WORKER_ROLE};
  grant update (taken_at, visitor, not_before) on outbox to ${WORKER_ROLE};
  grant insert, update on message to ${WORKER_ROLE};
  grant select, insert, update, delete on conversion to ${WORKER_ROLE};
  grant insert on relay_start to ${WORKER_ROLE};
  grant insert, delete on caught_mail to ${WORKER_ROLE};
`;
