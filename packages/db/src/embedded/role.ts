import { withClient } from './with-client.ts';

const LOCK = 72_707_371;

/** A role of the database for a program that owns nothing there. */
export type Role = { readonly name: string; readonly password: string; readonly grants: string };

/** Makes a role, or brings it up to date after a migration, and returns the address it connects with. */
export async function ensureRole(ownerUrl: string, { name, password, grants }: Role): Promise<string> {
  await withClient(ownerUrl, async (client) => {
    await client.query('begin');
    // Two at once would fail with "tuple concurrently updated".
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const known = await client.query('select from pg_roles where rolname = $1', [name]);
    const verb = known.rowCount ? 'alter' : 'create';
    await client.query(`${verb} role ${name} login password ${client.escapeLiteral(password)}`);
    await client.query(grants);
    await client.query('commit');
  });
  const url = new URL(ownerUrl);
  url.username = name;
  url.password = password;
  return url.href;
}
