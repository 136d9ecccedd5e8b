import { keptSecret } from './kept-secret.ts';
import { placeOf } from './place.ts';
import { withClient } from './with-client.ts';

/** What the API connects as: it reads and writes rows, but owns nothing and migrates nothing. */
export const API_ROLE = 'salon_api';

const LOCK = 72_707_371;

/** Where the API may delete: time that is held or wanted, and what the salon's plan is made of. Never a booking. */
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
];

/**
 * Makes the API's role, or brings it up to date after a migration, and returns the address it connects with. The
 * timeouts are the role's, because a pooler drops them from the connection and reports or migrations must not have them.
 */
export async function ensureApiRole(ownerUrl: string, password: string): Promise<string> {
  await withClient(ownerUrl, async (client) => {
    await client.query('begin');
    // Two at once would fail with "tuple concurrently updated".
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const known = await client.query('select from pg_roles where rolname = $1', [API_ROLE]);
    const verb = known.rowCount ? 'alter' : 'create';
    await client.query(`${verb} role ${API_ROLE} login password ${client.escapeLiteral(password)}`);
    await client.query(GRANTS);
    await client.query('commit');
  });
  const url = new URL(ownerUrl);
  url.username = API_ROLE;
  url.password = password;
  return url.href;
}

/** The API's address on an embedded database, whose password for it is kept beside the data. */
export function apiUrlOf(dataDir: string, ownerUrl: string): Promise<string> {
  return ensureApiRole(ownerUrl, keptSecret(placeOf(dataDir).apiPassword, 18));
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
      elsif name = any (array[${DELETABLE.map((name) => `'${name}'`).join(', ')}]) then
        execute format('grant delete on public.%I to ${API_ROLE}', name);
      end if;
    end loop;
  end $$;
`;
