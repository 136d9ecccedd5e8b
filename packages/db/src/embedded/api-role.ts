import { keptSecret } from './kept-secret.ts';
import { placeOf } from './place.ts';
import { ensureRole } from './role.ts';

/** What the API connects as: it reads and writes rows, but owns nothing and migrates nothing. */
export const API_ROLE = 'salon_api';

/**
 * Where the API may delete: time that is held or wanted, what the salon's plan is made of, and what lets somebody in.
 * Never a booking.
 */
const DELETABLE = [
  'claim',
  'booking_item',
  'booking_want',
  'weekly_opening',
  'opening_exception',
  'closure',
  'staff_service',
  'staff_service_phase',
  'service_phase',
  'service_category',
  'picture',
  'customer_formula',
  // Mails of somebody who is erased.
  'caught_mail',
  'login',
  'login_session',
  'login_method',
  'login_token',
  'login_rate',
  'second_factor',
  'passkey',
  'member',
];

/**
 * What only operators and their programs write: whoever got into the API could neither switch it, hide that somebody did, nor
 * keep an alert quiet.
 */
const READ_ALONE = ['read_only', 'operator_entry', 'last_backup', 'last_prune'];

/**
 * Makes the API's role, or brings it up to date after a migration, and returns the address it connects with. The
 * timeouts are the role's, because a pooler drops them from the connection and reports or migrations must not have them.
 */
export function ensureApiRole(ownerUrl: string, password: string): Promise<string> {
  return ensureRole(ownerUrl, { name: API_ROLE, password, grants: GRANTS });
}

/** The API's address on an embedded database, whose password for it is kept beside the data. */
export function apiUrlOf(dataDir: string, ownerUrl: string): Promise<string> {
  return ensureApiRole(ownerUrl, keptSecret(placeOf(dataDir).apiPassword, 18));
}

function named(tables: readonly string[]): string {
  return tables.map((name) => `'${name}'`).join(', ');
}

const GRANTS = `
  alter role ${API_ROLE} set statement_timeout = '5s';
  alter role ${API_ROLE} set idle_in_transaction_session_timeout = '10s';
  alter role ${API_ROLE} set timezone = 'UTC';
  grant usage on schema public to ${API_ROLE};
  grant select, insert, update on all tables in schema public to ${API_ROLE};
  grant usage on all sequences in schema public to ${API_ROLE};
  grant execute on all functions in schema public to ${API_ROLE};
  do $$
  declare name text;
  begin
    for name in select tablename from pg_tables where schemaname = 'public' loop
      if name = '_prisma_migrations' then
        execute format('revoke all on public.%I from ${API_ROLE}', name);
      elsif name = any (array[${named(READ_ALONE)}]) then
        execute format('revoke insert, update on public.%I from ${API_ROLE}', name);
      elsif name = any (array[${named(DELETABLE)}]) then
        execute format('grant delete on public.%I to ${API_ROLE}', name);
      end if;
    end loop;
  end $$;
`;
