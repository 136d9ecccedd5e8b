import { API_ROLE, ensureApiRole } from '@salon/db/embedded/api-role';
import { ensureWorkerRole, WORKER_ROLE } from '@salon/db/embedded/worker-role';
import type { DatabaseSettings } from '../settings.ts';

/**
 * Makes the roles of API and worker as their addresses name them, or brings them up to date after a migration: where an
 * operator gives them roles of their own, she makes them by naming them. Whoever connects as the owner needs none.
 */
export async function ensureNamedRoles(settings: DatabaseSettings, ownerUrl: string): Promise<void> {
  const api = passwordOf(settings.DATABASE_URL, API_ROLE);
  if (api !== undefined) await ensureApiRole(ownerUrl, api);
  const worker = passwordOf(settings.DATABASE_WORKER_URL, WORKER_ROLE);
  if (worker !== undefined) await ensureWorkerRole(ownerUrl, worker);
}

/** The password in an address, if it is one of this role. */
function passwordOf(address: string | undefined, role: string): string | undefined {
  if (address === undefined) return undefined;
  const { username, password } = new URL(address);
  return username === role && password !== '' ? decodeURIComponent(password) : undefined;
}
